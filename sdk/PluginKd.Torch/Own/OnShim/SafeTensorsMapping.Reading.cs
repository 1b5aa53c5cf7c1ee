using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace PluginKd.Torch;

internal sealed unsafe partial class SafeTensorsMapping : IReleasable
{
    /// <summary>A tensor over the file; a copy where its bytes do not lie on their element's boundary.</summary>
    public Tensor Read(SafeTensorsEntry entry, long start)
    {
        var shape = entry.Shape.ToArray();
        var data = Data + start + entry.Begin;
        if ((nuint)data % (nuint)entry.Type.ElementSize() != 0)
        {
            var copy = torch.empty(shape, entry.Type);
            Buffer.MemoryCopy(data, copy.RawPointer(), entry.End - entry.Begin, entry.End - entry.Begin);
            return copy;
        }

        Interlocked.Increment(ref _users);
        return NativeMemoryTensor.Over((nint)data, shape, entry.Type, GCHandle.Alloc(this));
    }
}
