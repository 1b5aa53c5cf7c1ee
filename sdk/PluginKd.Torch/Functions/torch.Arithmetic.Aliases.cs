using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="add(Tensor, Tensor, Scalar)" />
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Ops.add__Tensor.Call(left, right, alpha);

    /// <inheritdoc cref="sub(Tensor, Tensor)" />
    public static Tensor subtract(Tensor left, Tensor right) => sub(left, right);

    /// <inheritdoc cref="sub(Tensor, Tensor)" />
    public static Tensor subtract(Tensor left, Scalar right) => sub(left, right);

    /// <inheritdoc cref="mul(Tensor, Tensor)" />
    public static Tensor multiply(Tensor left, Tensor right) => mul(left, right);

    /// <inheritdoc cref="mul(Tensor, Tensor)" />
    public static Tensor multiply(Tensor left, Scalar right) => mul(left, right);

    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)" />
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        div(left, right, rounding_mode);

    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)" />
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        div(left, right, rounding_mode);

    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)" />
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => div(dividend, divisor);

    /// <summary>The quotient rounded downwards, element by element.</summary>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <summary>What is left of a division that rounds downwards; it has the sign of the divisor.</summary>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <inheritdoc cref="remainder(Tensor, Tensor)" />
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <summary>What is left of a division that rounds towards zero; it has the sign of what is divided.</summary>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    /// <inheritdoc cref="fmod(Tensor, Tensor)" />
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <summary>The input plus a number times the product of two others.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <summary>The input plus a number times the quotient of two others.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <summary>Each element, kept between the bounds that stand beside it.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="clamp(Tensor, Scalar, Scalar)" />
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => clamp(input, min, max);

    /// <summary>Each element, or the bound where it is less.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Each element, or the bound where it is more.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Each element rounded to so many digits after the point, halves to the even one.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <summary>x times log y, and 0 where x is 0.</summary>
    public static Tensor xlogy(Tensor x, Scalar y) => Ops.xlogy__Scalar_Other.Call(x, y);

    /// <summary>Whether shapes and all elements are the same.</summary>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);
}
