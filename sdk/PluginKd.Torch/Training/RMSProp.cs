namespace TorchSharp.Modules;

/// <summary>Gradients divided by the root of their running mean square.</summary>
public sealed class RMSProp : torch.optim.Optimizer, torch.optim.IMomentum
{
    private readonly Options _defaults;

    internal RMSProp(IEnumerable<ParamGroup> groups, Options defaults)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(defaults.LearningRate ?? 0);
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <inheritdoc />
    public double Momentum
    {
        get => _defaults.momentum ?? 0;
        set => _defaults.momentum = value;
    }

    /// <inheritdoc />
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        base.add_param_group(param_group);
        ((Options)param_group.Options).momentum ??= _defaults.momentum;
    }

    private protected override OptimizerOptions? Defaults => _defaults;

    internal override StateParts Knows => StateParts.First | StateParts.Second | StateParts.Largest;

    internal override StateParts Needs(Modules.ParamGroup group)
    {
        var own = (Options)group.Options;
        return StateParts.First | ((own.momentum ?? _defaults.momentum ?? 0) > 0 ? StateParts.Second : StateParts.None)
            | ((own.centered ?? _defaults.centered ?? false) ? StateParts.Largest : StateParts.None);
    }

    internal override void Step(Modules.ParamGroup group)
    {
        var own = (Options)group.Options;
        double alpha = own.alpha ?? _defaults.alpha ?? 0.99, epsilon = own.eps ?? _defaults.eps ?? 1e-8;
        double decay = own.weight_decay ?? _defaults.weight_decay ?? 0, momentum = own.momentum ?? _defaults.momentum ?? 0;
        bool centered = own.centered ?? _defaults.centered ?? false, maximize = own.maximize ?? _defaults.maximize ?? false;
        for (var i = 0; i < group.List.Length; i++)
        {
            using var scope = torch.NewDisposeScope();
            var (parameter, state) = (group.List[i], group.States[i]);
            var gradient = parameter.grad;
            if (gradient is null)
                continue;
            if (maximize)
                gradient = gradient.neg();
            if (decay != 0)
                gradient = gradient.add(parameter, decay);
            state.First ??= ParameterState.ZerosLike(parameter);
            state.First.mul_(alpha).addcmul_(gradient, gradient, 1 - alpha);
            var square = state.First;
            if (centered)
            {
                state.Largest ??= ParameterState.ZerosLike(parameter);
                state.Largest.mul_(alpha).add_(gradient, 1 - alpha);
                square = square.addcmul(state.Largest, state.Largest, -1);
            }

            var root = square.sqrt().add_(epsilon);
            if (momentum > 0)
            {
                state.Second ??= ParameterState.ZerosLike(parameter);
                state.Second.mul_(momentum).addcdiv_(gradient, root, 1);
                parameter.add_(state.Second, -group.LearningRate);
            }
            else
            {
                parameter.addcdiv_(gradient, root, -group.LearningRate);
            }

            state.Steps++;
        }
    }

    /// <summary>The settings of one group; null is the optimiser's own.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Share of the last mean square that stays; no unit.</summary>
        public double? alpha { get; set; }

        /// <summary>What keeps the divisor from 0.</summary>
        public double? eps { get; set; }

        /// <summary>Share of the weights added to the gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Share of the last step that stays.</summary>
        public double? momentum { get; set; }

        /// <summary>Whether the running mean is taken off the mean square.</summary>
        public bool? centered { get; set; }

        /// <summary>Whether it climbs.</summary>
        public bool? maximize { get; set; }
    }

    /// <summary>Parameters that share their settings.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
    {
        /// <inheritdoc />
        public ParamGroup()
        {
        }

        /// <summary>These parameters with these settings.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        /// <summary>These parameters with these settings.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.01, double eps = 1E-08, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0, bool centered = false)
            : this(parameters, new Options
            {
                LearningRate = lr,
                eps = eps,
                alpha = alpha,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
            })
        {
        }

        /// <inheritdoc />
        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }
}
