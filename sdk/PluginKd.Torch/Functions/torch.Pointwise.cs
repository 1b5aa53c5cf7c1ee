using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The absolute value of each element.</summary>
    public static Tensor abs(Tensor input) => Ops.abs.Call(input);

    /// <summary>Each element with the other sign.</summary>
    public static Tensor neg(Tensor input) => Ops.neg.Call(input);

    /// <summary>e to the power of each element.</summary>
    public static Tensor exp(Tensor input) => Ops.exp.Call(input);

    /// <summary>e to the power of each element, less one.</summary>
    public static Tensor expm1(Tensor input) => Ops.expm1.Call(input);

    /// <summary>The natural logarithm of each element, in nats.</summary>
    public static Tensor log(Tensor input) => Ops.log.Call(input);

    /// <summary>The natural logarithm of one plus each element.</summary>
    public static Tensor log1p(Tensor input) => Ops.log1p.Call(input);

    /// <summary>The logarithm of each element to base 2.</summary>
    public static Tensor log2(Tensor input) => Ops.log2.Call(input);

    /// <summary>The logarithm of each element to base 10.</summary>
    public static Tensor log10(Tensor input) => Ops.log10.Call(input);

    /// <summary>The square root of each element.</summary>
    public static Tensor sqrt(Tensor input) => Ops.sqrt.Call(input);

    /// <summary>One over the square root of each element.</summary>
    public static Tensor rsqrt(Tensor input) => Ops.rsqrt.Call(input);

    /// <summary>Each element times itself.</summary>
    public static Tensor square(Tensor input) => Ops.square.Call(input);

    /// <summary>One over each element.</summary>
    public static Tensor reciprocal(Tensor input) => Ops.reciprocal.Call(input);

    /// <summary>-1, 0 or 1 for each element.</summary>
    public static Tensor sign(Tensor input) => Ops.sign.Call(input);

    /// <summary>The sine of each element, in radians.</summary>
    public static Tensor sin(Tensor input) => Ops.sin.Call(input);

    /// <summary>The cosine of each element, in radians.</summary>
    public static Tensor cos(Tensor input) => Ops.cos.Call(input);

    /// <summary>The error function of each element.</summary>
    public static Tensor erf(Tensor input) => Ops.erf.Call(input);

    /// <summary>The next whole number below each element.</summary>
    public static Tensor floor(Tensor input) => Ops.floor.Call(input);

    /// <summary>The next whole number above each element.</summary>
    public static Tensor ceil(Tensor input) => Ops.ceil.Call(input);

    /// <summary>Each element without its fraction.</summary>
    public static Tensor trunc(Tensor input) => Ops.trunc.Call(input);

    /// <summary>Each element, or 0 where it is negative.</summary>
    public static Tensor relu(Tensor input) => Ops.relu.Call(input);

    /// <summary>The logistic function of each element.</summary>
    public static Tensor sigmoid(Tensor input) => Ops.sigmoid.Call(input);

    /// <summary>The hyperbolic tangent of each element.</summary>
    public static Tensor tanh(Tensor input) => Ops.tanh.Call(input);

    /// <summary>Each element times its logistic function.</summary>
    public static Tensor silu(Tensor input) => Ops.silu.Call(input);

    /// <summary>Whether each element is not a number.</summary>
    public static Tensor isnan(Tensor input) => Ops.isnan.Call(input);

    /// <summary>Whether each element is neither infinite nor not a number.</summary>
    public static Tensor isfinite(Tensor tensor) => Ops.isfinite.Call(tensor);

    /// <summary>Whether each element is infinite.</summary>
    public static Tensor isinf(Tensor tensor) => Ops.isinf.Call(tensor);

    /// <summary>Whether each element is zero or false.</summary>
    public static Tensor logical_not(Tensor input) => Ops.logical_not.Call(input);
}
