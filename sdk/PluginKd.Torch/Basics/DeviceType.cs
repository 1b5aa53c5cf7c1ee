namespace TorchSharp;

/// <summary>Kinds of devices that hold tensors; libtorch's numbers.</summary>
public enum DeviceType
{
    /// <summary>Main memory.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>An Apple GPU.</summary>
    MPS = 13,

    /// <summary>Shapes without data.</summary>
    META = 14,
}
