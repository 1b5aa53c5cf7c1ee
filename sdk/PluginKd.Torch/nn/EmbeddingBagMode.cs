namespace TorchSharp;

/// <summary>How an embedding bag makes one row of many.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum.</summary>
    Sum = 0,

    /// <summary>Their mean.</summary>
    Mean = 1,

    /// <summary>The largest in each column.</summary>
    Max = 2,
}
