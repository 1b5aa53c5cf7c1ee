using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: two moments of the gradient; one pass over each parameter in main memory.</summary>
public abstract class AdamBase : torch.optim.Optimizer, torch.optim.IBetas
{
    private readonly bool _decoupled;
    private readonly AdamOptions _defaults;

    private protected AdamBase(bool decoupled, AdamOptions defaults)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(defaults.LearningRate ?? 0);
        _decoupled = decoupled;
        _defaults = defaults;
    }

    /// <inheritdoc />
    public (double, double) Betas
    {
        get => (_defaults.beta1 ?? 0.9, _defaults.beta2 ?? 0.999);
        set => (_defaults.beta1, _defaults.beta2) = (value.Item1, value.Item2);
    }

    /// <summary>Whether parameters in main memory take the one-pass step; for tests of the other.</summary>
    internal bool IsFused { get; set; } = true;

    /// <inheritdoc />
    public override void add_param_group(ParamGroup param_group)
    {
        base.add_param_group(param_group);
        var own = (AdamOptions)param_group.Options;
        own.beta1 ??= _defaults.beta1;
        own.beta2 ??= _defaults.beta2;
    }

    private protected override OptimizerOptions? Defaults => _defaults;

    private protected static TOptions Settings<TOptions>(
        double lr, double beta1, double beta2, double eps, double weightDecay, bool amsgrad, bool maximize)
        where TOptions : AdamOptions, new() => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weightDecay,
            amsgrad = amsgrad,
            maximize = maximize,
        };

    internal override StateParts Knows => StateParts.First | StateParts.Second | StateParts.Largest;

    internal override StateParts Needs(ParamGroup group) =>
        StateParts.First | StateParts.Second | (new Plan(group, _defaults).Amsgrad ? StateParts.Largest : StateParts.None);

    internal override unsafe void Step(ParamGroup group)
    {
        var plan = new Plan(group, _defaults);
        var (parameters, states) = (group.List, group.States);
        var slots = parameters.Length <= 64 ? stackalloc Slot[parameters.Length] : new Slot[parameters.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var state = states[i];
            state.First ??= ParameterState.ZerosLike(parameters[i]);
            state.Second ??= ParameterState.ZerosLike(parameters[i]);
            if (plan.Amsgrad)
                state.Largest ??= ParameterState.ZerosLike(parameters[i]);
            slots[i] = new Slot
            {
                Parameter = parameters[i].Handle,
                State1 = state.First.Handle,
                State2 = state.Second.Handle,
                State3 = plan.Amsgrad ? state.Largest!.Handle : 0,
                Step = state.Steps + 1,
                Outcome = Slot.LeftToCaller,
            };
        }

        if (IsFused)
        {
            fixed (Slot* first = slots)
            {
                Shim.Check(
                    Shim.kd_adam_step(
                        first, slots.Length, plan.Rate, plan.Beta1, plan.Beta2, plan.Epsilon, plan.Decay, _decoupled ? 1 : 0,
                        plan.Maximize ? 1 : 0),
                    "Adam.step");
            }
        }

        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Outcome == Slot.NoGradient)
                continue;
            if (slots[i].Outcome == Slot.Done || Apart(parameters[i], states[i], plan))
                states[i].Steps++;
        }
    }

    // The same step in operators, for other element types, devices and layouts.
    private bool Apart(Parameter parameter, ParameterState state, in Plan plan)
    {
        using var scope = torch.NewDisposeScope();
        var gradient = parameter.grad;
        if (gradient is null)
            return false;
        if (plan.Maximize)
            gradient = gradient.neg();
        if (plan.Decay != 0)
        {
            if (_decoupled)
                parameter.mul_(1 - (plan.Rate * plan.Decay));
            else
                gradient = gradient.add(parameter, plan.Decay);
        }

        state.First!.mul_(plan.Beta1).add_(gradient, 1 - plan.Beta1);
        state.Second!.mul_(plan.Beta2).addcmul_(gradient, gradient, 1 - plan.Beta2);
        var divisor = state.Second!;
        if (plan.Amsgrad)
        {
            state.Largest!.copy_(torch.maximum(state.Largest, state.Second));
            divisor = state.Largest;
        }

        var step = state.Steps + 1;
        double correction1 = 1 - Math.Pow(plan.Beta1, step), correction2 = 1 - Math.Pow(plan.Beta2, step);
        var bottom = divisor.sqrt().div(Math.Sqrt(correction2)).add_(plan.Epsilon);
        parameter.addcdiv_(state.First, bottom, -(plan.Rate / correction1));
        return true;
    }

    private readonly struct Plan(ParamGroup group, AdamOptions defaults)
    {
        private readonly AdamOptions _own = (AdamOptions)group.Options;

        public double Rate { get; } = group.LearningRate;

        public double Beta1 => _own.beta1 ?? defaults.beta1 ?? 0.9;

        public double Beta2 => _own.beta2 ?? defaults.beta2 ?? 0.999;

        public double Epsilon => _own.eps ?? defaults.eps ?? 1e-8;

        public double Decay => _own.weight_decay ?? defaults.weight_decay ?? 0;

        public bool Amsgrad => _own.amsgrad ?? defaults.amsgrad ?? false;

        public bool Maximize => _own.maximize ?? defaults.maximize ?? false;
    }
}
