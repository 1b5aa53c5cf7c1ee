namespace TorchSharp;

/// <summary>What stands around a map that is padded.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The map in a mirror, its edge not repeated.</summary>
    Reflect = 1,

    /// <summary>The edge, repeated.</summary>
    Replicate = 2,

    /// <summary>The other end of the map.</summary>
    Circular = 3,

    /// <summary>A given number.</summary>
    Constant = 4,
}
