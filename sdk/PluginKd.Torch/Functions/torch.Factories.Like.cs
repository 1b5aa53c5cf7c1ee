using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(Ops.zeros_like, input, dtype, device, requires_grad);

    /// <summary>Ones, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(Ops.ones_like, input, dtype, device, requires_grad);

    /// <summary>Whatever was in memory, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(Ops.empty_like, input, dtype, device, requires_grad);

    /// <summary>Numbers drawn evenly from 0 to 1, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(Ops.rand_like, input, dtype, device, requires_grad);

    /// <summary>Normal numbers of mean 0 and deviation 1, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(Ops.randn_like, input, dtype, device, requires_grad);

    /// <summary>One number, in the shape, type and place of another tensor unless said otherwise.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Recorded(Ops.full_like.Call(input, value, dtype, Arg.None, device), requires_grad);

    private static Tensor Like(Operator like, Tensor input, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Recorded(like.Call(input, dtype, Arg.None, device), requiresGrad);
}
