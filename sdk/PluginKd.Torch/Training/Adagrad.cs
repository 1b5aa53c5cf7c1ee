namespace TorchSharp.Modules;

/// <summary>Steps that shrink with the sum of all squared gradients so far.</summary>
/// <remarks>
/// <para>Formula: <c>s += g²; w −= η/(1 + (t−1)·lr_decay) · g / (√s + eps)</c>, where g holds <c>weight_decay · w</c>, and t counts steps.</para>
/// <para>Source: Duchi, Hazan and Singer, Adaptive subgradient methods (2011), figure 1; decay and eps as in PyTorch.</para>
/// </remarks>
public sealed class Adagrad : torch.optim.Optimizer
{
    private readonly Options _defaults;

    internal Adagrad(IEnumerable<ParamGroup> groups, Options defaults)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(defaults.LearningRate ?? 0);
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    private protected override OptimizerOptions? Defaults => _defaults;

    internal override StateParts Knows => StateParts.First;

    internal override void Step(Modules.ParamGroup group)
    {
        var own = (Options)group.Options;
        double slower = own.lr_decay ?? _defaults.lr_decay ?? 0, decay = own.weight_decay ?? _defaults.weight_decay ?? 0;
        double start = own.initial_accumulator_value ?? _defaults.initial_accumulator_value ?? 0, epsilon = own.eps ?? _defaults.eps ?? 1e-10;
        for (var i = 0; i < group.List.Length; i++)
        {
            using var scope = torch.NewDisposeScope();
            var (parameter, state) = (group.List[i], group.States[i]);
            var gradient = parameter.grad;
            if (gradient is null)
                continue;
            if (gradient.is_sparse)
                gradient = gradient.to_dense();
            if (decay != 0)
                gradient = gradient.add(parameter, decay);
            state.First ??= torch.full_like(parameter, start).DetachFromDisposeScope();
            state.First.addcmul_(gradient, gradient, 1);
            var rate = group.LearningRate / (1 + (state.Steps * slower));
            parameter.addcdiv_(gradient, state.First.sqrt().add_(epsilon), -rate);
            state.Steps++;
        }
    }

    /// <summary>Settings; what is null is as the optimiser's defaults say.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>By how much of itself the learning rate falls a step; no unit.</summary>
        public double? lr_decay { get; set; }

        /// <summary>How much of each weight is added to its gradient; no unit.</summary>
        public double? weight_decay { get; set; }

        /// <summary>What the sums of squares start from.</summary>
        public double? initial_accumulator_value { get; set; }

        /// <summary>Keeps the divisor from zero.</summary>
        public double? eps { get; set; }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        /// <inheritdoc cref="ParamGroup{TOptions}(IEnumerable{Parameter}, TOptions)" />
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }
    }
}
