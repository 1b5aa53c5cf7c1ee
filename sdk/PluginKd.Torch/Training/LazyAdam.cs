using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>
/// Adam that touches only the rows with a gradient, as embeddings of many words need: PyTorch's SparseAdam, for sparse gradients
/// (<c>nn.Embedding(…, sparse: true)</c>) and for dense ones, where rows of zeros are left alone. TorchSharp has no such optimiser.
/// </summary>
/// <remarks>Step m of all rows corrects the moments of each, so a row that is rarely seen takes the steps it would take in SparseAdam.</remarks>
public sealed class LazyAdam : torch.optim.Optimizer
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;

    /// <summary>Steps over the rows of these parameters, each of two dimensions or more.</summary>
    public LazyAdam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lr);
        (_beta1, _beta2, _epsilon) = (beta1, beta2, eps);
        add_param_group(new ParamGroup(parameters, new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr }));
    }

    internal override void Step(ParamGroup group)
    {
        for (var i = 0; i < group.List.Length; i++)
        {
            using var scope = torch.NewDisposeScope();
            var gradient = group.List[i].grad;
            if (gradient is null)
                continue;
            var state = group.States[i];
            state.First ??= ParameterState.ZerosLike(group.List[i]);
            state.Second ??= ParameterState.ZerosLike(group.List[i]);
            state.Steps++;
            var (rows, values) = Touched(gradient);
            Update(group.List[i], state, rows, values, group.LearningRate);
        }
    }

    private void Update(Parameter parameter, ParameterState state, Tensor rows, Tensor values, double rate)
    {
        var first = state.First!.index_select(0, rows);
        first.add_(values.sub(first).mul_(1 - _beta1));
        var second = state.Second!.index_select(0, rows);
        second.add_(values.pow(2).sub_(second).mul_(1 - _beta2));
        state.First!.index_copy_(0, rows, first);
        state.Second!.index_copy_(0, rows, second);
        double correction1 = 1 - Math.Pow(_beta1, state.Steps), correction2 = 1 - Math.Pow(_beta2, state.Steps);
        var move = first.div(second.sqrt().add_(_epsilon)).mul_(-rate * Math.Sqrt(correction2) / correction1);
        parameter.index_add_(0, rows, move, 1);
    }

    private static (Tensor Rows, Tensor Values) Touched(Tensor gradient)
    {
        if (gradient.is_sparse)
        {
            var joined = Ops.coalesce.Call(gradient);
            return (Ops._indices.Call(joined)[0], Ops._values.Call(joined));
        }

        var rows = gradient.flatten(1).ne(0).any(1).nonzero().squeeze(1);
        return (rows, gradient.index_select(0, rows));
    }
}
