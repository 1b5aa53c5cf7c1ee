using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element type that an operator of both gives.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Ops.result_type__Tensor.CallLong(tensor1, tensor2);

    /// <summary>The smallest element type that holds what both can hold.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Ops.promote_types.CallLong(type1, type2);

    /// <summary>Whether an operator may write results of one type into a tensor of the other.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Ops.can_cast.CallBool(from, to);
}
