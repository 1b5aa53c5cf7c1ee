using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sum, element by element, broadcast.</summary>
    public static Tensor add(Tensor left, Tensor right) => Ops.add__Tensor.Call(left, right);

    /// <summary>The sum, element by element, broadcast.</summary>
    public static Tensor add(Tensor left, Scalar right) => Ops.add__Tensor.Call(left, right);

    /// <summary>The difference, element by element, broadcast.</summary>
    public static Tensor sub(Tensor left, Tensor right) => Ops.sub__Tensor.Call(left, right);

    /// <summary>The difference, element by element, broadcast.</summary>
    public static Tensor sub(Tensor left, Scalar right) => Ops.sub__Tensor.Call(left, right);

    /// <summary>The product, element by element, broadcast.</summary>
    public static Tensor mul(Tensor left, Tensor right) => Ops.mul__Tensor.Call(left, right);

    /// <summary>The product, element by element, broadcast.</summary>
    public static Tensor mul(Tensor left, Scalar right) => Ops.mul__Tensor.Call(left, right);

    /// <summary>The one plus α times the other.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Ops.add__Tensor.Call(left, right, alpha);

    /// <summary>The quotient, element by element; rounded where asked.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>The quotient, element by element; rounded where asked.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>Each element to the power of the other.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => Ops.pow__Tensor_Tensor.Call(left, exponent);

    /// <summary>Each element to a power.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => Ops.pow__Tensor_Scalar.Call(left, exponent);

    /// <summary>Each element, kept between two bounds.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Ops.clamp.Call(input, min, max);

    /// <summary>The larger of both, element by element.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => Ops.maximum.Call(input, other);

    /// <summary>The smaller of both, element by element.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => Ops.minimum.Call(input, other);

    /// <summary>x times log y, and 0 where x is 0.</summary>
    public static Tensor xlogy(Tensor x, Tensor y) => Ops.xlogy__Tensor.Call(x, y);

    /// <summary>log(eᵃ + eᵇ), without overflow.</summary>
    public static Tensor logaddexp(Tensor left, Tensor right) => Ops.logaddexp.Call(left, right);

    /// <summary>The input moved towards the end by a share of the way.</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Ops.lerp__Tensor.Call(input, end, weight);

    /// <summary>Each element, with numbers in place of NaN and the infinities.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        Ops.nan_to_num.Call(input, nan, posinf, neginf);

    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Downwards.</summary>
        floor = 2,
    }
}
