using TorchSharp.Modules;

namespace PluginKd.Torch;

public sealed partial class LazyAdam : torch.optim.Optimizer
{
    private readonly ParamGroup _group;
    private readonly (Parameter Parameter, ParameterState State)[] _states;

    /// <summary>Steps over the rows of these parameters, each of two dimensions or more.</summary>
    public LazyAdam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08)
        : base(IntPtr.Zero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lr);
        (_beta1, _beta2, _epsilon) = (beta1, beta2, eps);
        _states = [.. parameters.Select(parameter => (parameter, new ParameterState()))];
        _group = new ParamGroup
        {
            Parameters = _states.Select(pair => pair.Parameter),
            Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr },
        };
        _parameter_groups = [_group];
    }

    /// <inheritdoc />
    public override IEnumerable<Parameter> parameters() => _states.Select(pair => pair.Parameter);

    /// <inheritdoc />
    public override void zero_grad()
    {
        using var scope = torch.NewDisposeScope();
        foreach (var (parameter, _) in _states)
            parameter.grad?.zero_();
    }

    /// <inheritdoc />
    public override Tensor step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        using var guard = torch.no_grad();
        foreach (var (parameter, state) in _states)
            Step(parameter, state, _group.LearningRate);
        return loss!;
    }

    internal void Save(BinaryWriter writer)
    {
        foreach (var (_, state) in _states)
        {
            writer.Write(state.Steps);
            writer.Write(state.First is not null);
            state.First?.Save(writer);
            state.Second?.Save(writer);
        }
    }

    internal void Restore(BinaryReader reader)
    {
        using var guard = torch.no_grad();
        foreach (var (parameter, state) in _states)
        {
            state.Dispose();
            state.Steps = reader.ReadInt64();
            (state.First, state.Second) = reader.ReadBoolean() ? (Read(reader, parameter), Read(reader, parameter)) : (null, null);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        foreach (var (_, state) in _states)
            state.Dispose();
        base.Dispose(disposing);
    }

    // A row that occurs several times in a batch comes once, with the sum of its gradients.
    private static (Tensor Rows, Tensor Values) Joined(Tensor gradient)
    {
        var (rows, places, _) = torch.unique(gradient.SparseIndices[0], return_inverse: true);
        var values = gradient.SparseValues;
        var shape = values.shape;
        shape[0] = rows.numel();
        return (rows, torch.zeros(shape, values.dtype, values.device).index_add_(0, places!, values, 1));
    }

    private static Tensor Read(BinaryReader reader, Parameter like)
    {
        var tensor = ParameterState.ZerosLike(like);
        tensor.Load(reader);
        return tensor;
    }
}
