using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Clears gradients, all in one call.</summary>
internal static class Gradients
{
    public static unsafe void Clear(ReadOnlySpan<Parameter> parameters, bool setToNone)
    {
        var handles = parameters.Length <= 64 ? stackalloc nint[parameters.Length] : new nint[parameters.Length];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = parameters[i].Handle;
        fixed (nint* first = handles)
            Shim.Check(Shim.kd_zero_grads(first, handles.Length, setToNone ? 1 : 0), "zero_grad");
        foreach (var parameter in parameters)
            GC.KeepAlive(parameter);
    }
}
