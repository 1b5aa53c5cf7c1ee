namespace TorchSharp;

/// <summary>The border of a convolution, by name.</summary>
public enum Padding
{
    /// <summary>None: the result is smaller than the input.</summary>
    Valid = 0,

    /// <summary>As wide as keeps the size of the input.</summary>
    Same = 1,
}
