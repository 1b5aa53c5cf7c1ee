using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum where asked; one pass over each parameter in main memory.</summary>
public sealed class SGD : torch.optim.Optimizer, torch.optim.IMomentum
{
    private readonly Options _defaults;

    /// <inheritdoc cref="torch.optim.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)" />
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <inheritdoc cref="torch.optim.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)" />
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lr);
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov's step needs momentum above 0 and dampening of 0");
        _defaults = new Options
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <inheritdoc />
    public double Momentum
    {
        get => _defaults.momentum ?? 0;
        set => _defaults.momentum = value;
    }

    /// <summary>Whether parameters in main memory take the one-pass step; for tests of the other.</summary>
    internal bool IsFused { get; set; } = true;

    /// <inheritdoc />
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        base.add_param_group(param_group);
        ((Options)param_group.Options).momentum ??= _defaults.momentum;
    }

    private protected override OptimizerOptions? Defaults => _defaults;

    internal override StateParts Knows => StateParts.First;

    internal override StateParts Needs(Modules.ParamGroup group) =>
        (((Options)group.Options).momentum ?? _defaults.momentum ?? 0) != 0 ? StateParts.First : StateParts.None;

    internal override unsafe void Step(Modules.ParamGroup group)
    {
        var own = (Options)group.Options;
        var rate = group.LearningRate;
        double momentum = own.momentum ?? _defaults.momentum ?? 0, dampening = own.dampening ?? _defaults.dampening ?? 0;
        var decay = own.weight_decay ?? _defaults.weight_decay ?? 0;
        bool nesterov = own.nesterov ?? _defaults.nesterov ?? false, maximize = own.maximize ?? _defaults.maximize ?? false;
        var (parameters, states) = (group.List, group.States);
        var slots = parameters.Length <= 64 ? stackalloc Slot[parameters.Length] : new Slot[parameters.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            if (momentum != 0)
                states[i].First ??= ParameterState.ZerosLike(parameters[i]);
            slots[i] = new Slot
            {
                Parameter = parameters[i].Handle,
                State1 = states[i].First?.Handle ?? 0,
                Step = states[i].Steps + 1,
                Outcome = Slot.LeftToCaller,
            };
        }

        if (IsFused)
        {
            fixed (Slot* first = slots)
            {
                Shim.Check(
                    Shim.kd_sgd_step(first, slots.Length, rate, momentum, dampening, decay, nesterov ? 1 : 0, maximize ? 1 : 0), "SGD.step");
            }
        }

        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Outcome == Slot.NoGradient)
                continue;
            if (slots[i].Outcome == Slot.Done || Apart(parameters[i], states[i], rate, momentum, dampening, decay, nesterov, maximize))
                states[i].Steps++;
        }
    }

    // The same step in operators, for other element types, devices and layouts.
    private static bool Apart(
        Parameter parameter, ParameterState state, double rate, double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        using var scope = torch.NewDisposeScope();
        var direction = parameter.grad;
        if (direction is null)
            return false;
        if (maximize)
            direction = direction.neg();
        if (decay != 0)
            direction = direction.add(parameter, decay);
        if (momentum != 0)
        {
            if (state.Steps == 0)
                state.First!.copy_(direction);
            else
                state.First!.mul_(momentum).add_(direction, 1 - dampening);
            direction = nesterov ? direction.add(state.First, momentum) : state.First;
        }

        parameter.add_(direction, -rate);
        return true;
    }

    /// <summary>The settings of one group; null is the optimiser's own.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The share of the last direction that is kept; no unit.</summary>
        public double? momentum { get; set; }

        /// <summary>What is taken off the new direction; no unit.</summary>
        public double? dampening { get; set; }

        /// <summary>The share of the weights that is added to the gradient; no unit.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Whether the step looks ahead.</summary>
        public bool? nesterov { get; set; }

        /// <summary>Whether the step goes up.</summary>
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
            IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : this(parameters, new Options
            {
                LearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
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
