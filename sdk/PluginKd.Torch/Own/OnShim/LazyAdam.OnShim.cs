using TorchSharp.Modules;
using TorchSharp.Native;

namespace PluginKd.Torch;

public sealed partial class LazyAdam : torch.optim.Optimizer
{
    /// <summary>Steps over the rows of these parameters, each of two dimensions or more.</summary>
    public LazyAdam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lr);
        (_beta1, _beta2, _epsilon) = (beta1, beta2, eps);
        add_param_group(new ParamGroup(parameters, new OptimizerOptions { LearningRate = lr }));
    }

    internal override StateParts Knows => StateParts.First | StateParts.Second;

    internal override void Step(ParamGroup group)
    {
        for (var i = 0; i < group.List.Length; i++)
            Step(group.List[i], group.States[i], group.LearningRate);
    }

    // A row that occurs several times in a batch comes once, with the sum of its gradients.
    private static (Tensor Rows, Tensor Values) Joined(Tensor gradient)
    {
        var joined = Ops.coalesce.Call(gradient);
        return (joined.SparseIndices[0], joined.SparseValues);
    }
}
