using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A bound on the norm of the rows of a table; rows are scaled down before they are looked up.</summary>
internal readonly record struct RowNorm(double? Bound, double Order)
{
    public void Keep(Parameter weight, Tensor rows)
    {
        if (Bound is not double bound)
            return;
        using var guard = no_grad();
        using var row = rows.contiguous();
        Ops.embedding_renorm_.Run(weight, row, bound, Order);
    }
}
