using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>A tensor that belongs to a module and is trained: a leaf over the data it was made from.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Takes the data of a tensor as a parameter; the tensor itself may be disposed.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Detached(data))
    {
        if (requires_grad)
            this.requires_grad = true;
    }

    internal Parameter(nint handle)
        : base(handle)
    {
    }

    private static nint Detached(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var plain = data.detach();
        return Shim.kd_alias(plain.Handle);
    }
}
