using TorchSharp.Modules;

namespace PluginKd.Torch;

/// <summary>Clips the common norm of all gradients.</summary>
public static class GradientNorm
{
    /// <summary>Scales the gradients so that their common norm is at most a bound.</summary>
    /// <param name="parameters">Whose gradients; those without one are passed over.</param>
    /// <param name="most">The bound.</param>
    /// <param name="kind">The p of the norm; infinity is the largest element.</param>
    /// <returns>The norm that the gradients had; 0 where there is none.</returns>
    public static double Clip(IEnumerable<Parameter> parameters, double most, double kind = 2) =>
        torch.nn.utils.clip_grad_norm_([.. parameters.Where(HasGradient)], most, kind);

    private static bool HasGradient(Parameter parameter)
    {
        using var gradient = parameter.grad;
        return gradient is not null;
    }
}
