using TorchSharp.Modules;
using TorchSharp.Native;

namespace PluginKd.Torch;

/// <summary>Clips the common norm of all gradients in one call; what <c>clip_grad_norm_</c> is made of. Not in TorchSharp.</summary>
/// <remarks>The roundings are those of PyTorch's operators: norm of each, norm of the norms, one factor for all.</remarks>
public static class GradientNorm
{
    /// <summary>Scales the gradients so that their common norm is at most a bound.</summary>
    /// <param name="parameters">Whose gradients; those without one are passed over.</param>
    /// <param name="most">The bound.</param>
    /// <param name="kind">The p of the norm; infinity is the largest element.</param>
    /// <returns>The norm that the gradients had; 0 where there is none.</returns>
    public static unsafe double Clip(IEnumerable<Parameter> parameters, double most, double kind = 2)
    {
        var list = parameters as Parameter[] ?? [.. parameters];
        var handles = list.Length <= 64 ? stackalloc nint[list.Length] : new nint[list.Length];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = list[i].Handle;
        double total;
        fixed (nint* first = handles)
            Shim.Check(Shim.kd_clip_norm(first, handles.Length, most, kind, &total), "clip_grad_norm_");
        GC.KeepAlive(list);
        return total;
    }
}
