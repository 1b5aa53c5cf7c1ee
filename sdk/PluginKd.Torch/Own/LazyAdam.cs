using TorchSharp.Modules;

namespace PluginKd.Torch;

/// <summary>
/// Adam that touches only the rows with a gradient, as embeddings of many words need: PyTorch's SparseAdam, for sparse gradients
/// (<c>nn.Embedding(…, sparse: true)</c>) and for dense ones, where rows of zeros are left alone. TorchSharp has no such optimiser.
/// </summary>
/// <remarks>Step m of all rows corrects the moments of each, so a row that is rarely seen takes the steps it would take in SparseAdam.</remarks>
public sealed partial class LazyAdam
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;

    private void Step(Parameter parameter, ParameterState state, double rate)
    {
        using var scope = torch.NewDisposeScope();
        var gradient = parameter.grad;
        if (gradient is null)
            return;
        state.First ??= ParameterState.ZerosLike(parameter);
        state.Second ??= ParameterState.ZerosLike(parameter);
        state.Steps++;
        var (rows, values) = Touched(gradient);
        Update(parameter, state, rows, values, rate);
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
            return Joined(gradient);
        var rows = gradient.flatten(1).ne(0).any(1).nonzero().squeeze(1);
        return (rows, gradient.index_select(0, rows));
    }
}
