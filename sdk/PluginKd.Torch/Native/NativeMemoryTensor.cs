using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Makes tensors over memory that someone else owns, and lets the owner go when the last tensor over it does.</summary>
internal static unsafe class NativeMemoryTensor
{
    /// <summary>A tensor over <paramref name="data"/>; <paramref name="owner"/> is freed with it, and disposed where it can be.</summary>
    public static Tensor Over(nint data, long[] shape, ScalarType dtype, GCHandle owner)
    {
        nint tensor;
        fixed (long* lengths = shape)
        {
            var code = Shim.kd_from_blob((void*)data, lengths, shape.Length, (int)dtype, &Free, GCHandle.ToIntPtr(owner), &tensor);
            if (code != 0)
                owner.Free();
            Shim.Check(code, "from_blob");
        }

        return new Tensor(tensor);
    }

    [UnmanagedCallersOnly]
    private static void Free(nint context)
    {
        var owner = GCHandle.FromIntPtr(context);
        (owner.Target as IReleasable)?.Release();
        owner.Free();
    }
}
