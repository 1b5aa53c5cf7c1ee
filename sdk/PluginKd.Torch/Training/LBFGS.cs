namespace TorchSharp.Modules;

/// <summary>Steps along the gradient, bent by what the last gradients tell of the curvature; without a line search.</summary>
/// <remarks>
/// <para>A step calls the closure up to <c>max_eval</c> times; it must compute the loss anew, and its gradients.</para>
/// <para>Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4; stopping rules as in PyTorch.</para>
/// </remarks>
public sealed class LBFGS : torch.optim.Optimizer
{
    private const string GradientKey = "lbfgs.gradient";
    private const string LengthKey = "lbfgs.length";

    private readonly Settings _settings;
    private readonly CurvatureMemory _memory;
    private Tensor? _gradient;
    private double _length;

    internal LBFGS(IEnumerable<Parameter> parameters, double rate, Settings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        _settings = settings;
        _memory = new((int)settings.History);
        add_param_group(new ParamGroup<OptimizerOptions>(parameters, new() { LearningRate = rate }));
    }

    private IReadOnlyList<Parameter> Parameters => Groups[0].List;

    /// <inheritdoc />
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        if (Groups.Count > 0)
            throw new InvalidOperationException("LBFGS steps all parameters at once: it has one group");
        base.add_param_group(param_group);
    }

    /// <summary>Up to <c>max_iter</c> moves.</summary>
    /// <returns>The loss before the first of them.</returns>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using var guard = torch.no_grad();
        var first = Evaluate(closure);
        using var scope = torch.NewDisposeScope();
        var loss = first.ToDouble();
        var gradient = Gradient();
        if (Largest(gradient) <= _settings.LeastGradient)
            return first;
        for (int move = 1, calls = 1; ; move++)
        {
            var isFirst = _gradient is null;
            if (!isFirst)
                _memory.Learn(gradient - _gradient!, _length);
            var direction = _memory.Bend(gradient);
            Keep(ref _gradient, gradient);
            var (before, rate) = (loss, Groups[0].LearningRate);
            _length = isFirst ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * rate : rate;
            if (gradient.dot(direction).ToDouble() > -_settings.LeastChange)
                return first;
            Move(direction, _length);
            if (move == _settings.Moves)
                return first;
            loss = Evaluate(closure).ToDouble();
            gradient = Gradient();
            if (++calls >= _settings.Calls || Largest(gradient) <= _settings.LeastGradient
                || Largest(direction) * _length <= _settings.LeastChange || Math.Abs(loss - before) < _settings.LeastChange)
                return first;
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _memory.Dispose();
        _gradient?.Dispose();
    }

    internal override void Step(Modules.ParamGroup group) =>
        throw new InvalidOperationException("LBFGS moves inside step(closure), not group by group");

    internal override void Save(Dictionary<string, Tensor> saved)
    {
        saved[LengthKey] = torch.tensor(_length);
        if (_gradient is null)
            return;
        saved[GradientKey] = _gradient.clone();
        _memory.Save(saved);
    }

    internal override void Check(IReadOnlyDictionary<string, Tensor> saved)
    {
        if (!saved.ContainsKey(LengthKey))
            throw new ArgumentException($"the saved state has no '{LengthKey}'; it is of another optimiser, or was saved without LBFGS's history", nameof(saved));
        var numbers = Parameters.Sum(parameter => parameter.numel());
        if (saved.TryGetValue(GradientKey, out var gradient) && gradient.numel() != numbers)
            throw new ArgumentException($"'{GradientKey}' holds {gradient.numel()} numbers, and the parameters {numbers}; it is of an optimiser over others", nameof(saved));
        if (gradient is not null)
            CurvatureMemory.Check(saved, numbers);
    }

    internal override void Restore(IReadOnlyDictionary<string, Tensor> saved)
    {
        _length = saved[LengthKey].ToDouble();
        _gradient?.Dispose();
        _gradient = null;
        _memory.Dispose();
        if (!saved.TryGetValue(GradientKey, out var gradient))
            return;
        _gradient = CurvatureMemory.Copy(gradient, Parameters[0]);
        _memory.Restore(saved, Parameters[0]);
    }

    private static Tensor Evaluate(Func<Tensor> closure)
    {
        using var guard = torch.enable_grad();
        return closure();
    }

    private static double Largest(Tensor tensor) => tensor.abs().max().ToDouble();

    private static void Keep(ref Tensor? place, Tensor value)
    {
        place?.Dispose();
        place = value.clone().DetachFromDisposeScope();
    }

    private Tensor Gradient() => torch.cat(Parameters.Select(parameter =>
        parameter.grad is { } given ? (given.is_sparse ? given.to_dense() : given).reshape(-1) : torch.zeros_like(parameter).reshape(-1)).ToArray());

    private void Move(Tensor direction, double length)
    {
        var at = 0L;
        foreach (var parameter in Parameters)
        {
            parameter.add_(direction.narrow(0, at, parameter.numel()).view_as(parameter), length);
            at += parameter.numel();
        }
    }

    internal sealed record Settings(long Moves, long Calls, double LeastGradient, double LeastChange, long History);
}
