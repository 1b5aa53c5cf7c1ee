using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>start, start + step, … up to but not including stop.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(Ops.arange__start_step.Call(start, stop, step, dtype, Arg.None, Placed(device)), requires_grad);

    /// <summary>start, start + 1, … up to but not including stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>0, 1, … up to but not including stop.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>So many numbers at equal distances, both ends included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(Ops.linspace.Call(start, end, steps, dtype, Arg.None, Placed(device)), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square unless columns are given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Recorded(Ops.eye__m.Call(rows, columns < 0 ? rows : columns, dtype, Arg.None, Placed(device)), requires_grad);

    /// <summary>The whole numbers below n in random order, int64 unless said otherwise.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Recorded(Ops.randperm__generator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, Placed(device)), requires_grad);

    /// <summary>Whole numbers drawn evenly from 0 up to but not including high, int64 unless said otherwise.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, Size, ScalarType?, Device?, bool, Generator?, string[])" />
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers drawn evenly from low up to but not including high, int64 unless said otherwise.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator?, string[])" />
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Recorded(Ops.randint__low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, Placed(device)), requires_grad);

    /// <summary>1 with the chance that each element gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Ops.bernoulli.Call(input, generator);

    /// <summary>Places drawn with the chances that each row gives, [N, num_samples].</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Ops.multinomial.Call(input, num_samples, replacement, generator);

    private static Tensor Made(Operator made, long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Recorded(made.Call(size, dtype, Arg.None, Placed(device)), requiresGrad);

    private static Tensor Made(Operator made, long[] size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator) =>
        Recorded(made.Call(size, generator, dtype, Arg.None, Placed(device)), requiresGrad);

    private static Tensor Filled(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Recorded(Ops.full.Call(size, value, dtype, Arg.None, Placed(device)), requiresGrad);

    private static Tensor Recorded(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }
}
