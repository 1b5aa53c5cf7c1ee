namespace TorchSharp.Native;

/// <summary>Memory that several tensors lie over; each gives it back once.</summary>
internal interface IReleasable
{
    /// <summary>One tensor less lies over the memory. Must not throw: libtorch calls it.</summary>
    void Release();
}
