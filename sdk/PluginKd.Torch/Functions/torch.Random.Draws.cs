using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Normal numbers, each of a mean and deviation of its own.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Ops.normal__Tensor_Tensor.Call(mean, std, generator);

    /// <summary>Normal numbers.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Ops.normal__float_float.Call(mean, std, size.ToArray(), generator, dtype, Arg.None, Placed(device)).requires_grad_(requires_grad);

    /// <summary>Poisson numbers, each of a rate of its own.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => Ops.poisson.Call(input, generator);
}
