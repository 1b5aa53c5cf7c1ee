using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether each element of the one equals the other's, broadcast.</summary>
    public static Tensor eq(Tensor left, Tensor right) => Ops.eq__Tensor.Call(left, right);

    /// <summary>Whether each element of the one differs from the other's, broadcast.</summary>
    public static Tensor ne(Tensor left, Tensor right) => Ops.ne__Tensor.Call(left, right);

    /// <summary>Whether each element of the one is less than the other's, broadcast.</summary>
    public static Tensor lt(Tensor left, Tensor right) => Ops.lt__Tensor.Call(left, right);

    /// <summary>Whether each element of the one is at most the other's, broadcast.</summary>
    public static Tensor le(Tensor left, Tensor right) => Ops.le__Tensor.Call(left, right);

    /// <summary>Whether each element of the one is more than the other's, broadcast.</summary>
    public static Tensor gt(Tensor left, Tensor right) => Ops.gt__Tensor.Call(left, right);

    /// <summary>Whether each element of the one is at least the other's, broadcast.</summary>
    public static Tensor ge(Tensor left, Tensor right) => Ops.ge__Tensor.Call(left, right);

    /// <summary>Whether both of the elements are not zero.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => Ops.logical_and.Call(left, right);

    /// <summary>Whether one or both of the elements are not zero.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => Ops.logical_or.Call(left, right);

    /// <summary>Whether one, and only one, of the elements are not zero.</summary>
    public static Tensor logical_xor(Tensor left, Tensor right) => Ops.logical_xor.Call(left, right);

    /// <summary>The one where the condition holds, else the other, broadcast.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Ops.where__self.Call(condition, x, y);

    /// <summary>The places where the condition holds, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition) => Ops.where.CallList(condition);

    /// <summary>Whether each element lies within a tolerance of the other's.</summary>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
        Ops.isclose.Call(tensor, other, rtol, atol, nanEqual);

    /// <summary>Whether all elements lie within a tolerance of the other's.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
        Ops.allclose.CallBool(tensor, target, rtol, atol, equal_nan);
}
