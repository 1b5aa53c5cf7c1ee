using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Both triangular factors in one matrix, the rows that were exchanged, and 0 or the place of a pivot that is zero.</summary>
    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false) =>
        Ops._lu_with_info.CallTriple(A, pivot, !get_infos);
}
