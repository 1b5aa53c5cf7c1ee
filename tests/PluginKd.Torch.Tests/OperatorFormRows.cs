using static PluginKd.Torch.Tests.OperatorRows;

namespace PluginKd.Torch.Tests;

/// <summary>The rows of operators.py for further forms of operators: aliases, in-place forms, other parameters.</summary>
internal static class OperatorFormRows
{
    public static Dictionary<string, Func<Tensor[], Tensor[]>> All => new()
    {
        ["cdist_apart"] = Two((a, b) => cdist(a, b, 2, compute_mode.donot_use_mm_for_euclid_dist)),
        ["unique_dim"] = t => Triple(t[0].unique(return_inverse: true, return_counts: true, dim: 1)),
        ["amax_list"] = One(x => amax(x, 0, 1)),
        ["amin_list"] = One(x => x.amin(0, 1)),
        ["div__floor"] = Two((a, b) => a.clone().div_(b, RoundingMode.floor)),
        ["div__trunc"] = One(x => x.clone().div_(0.3, RoundingMode.trunc)),
    };
}
