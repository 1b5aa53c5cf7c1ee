using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Modules;

/// <summary>A scheduler whose next rate is a formula of the last one.</summary>
internal sealed class FormulaScheduler : LRScheduler
{
    private readonly Func<Moment, double> _next;
    private readonly Func<Moment, double>? _closed;

    public FormulaScheduler(torch.optim.Optimizer optimizer, int last, Func<Moment, double> next, Func<Moment, double>? closed = null)
        : base(optimizer, last)
    {
        _next = next;
        _closed = closed;
        step();
    }

    protected override IEnumerable<double> get_lr() => Rates(_next);

    protected override IEnumerable<double> get_closed_form_lr() => Rates(_closed ?? _next);

    private IEnumerable<double> Rates(Func<Moment, double> formula) =>
        Groups.Select((group, at) => formula(new Moment(group.LearningRate, Bases[at], Epoch, Count)));

    /// <summary>What a formula may look at.</summary>
    /// <param name="Rate">The rate of the last step.</param>
    /// <param name="Base">The rate that training started with.</param>
    /// <param name="Epoch">The number of the step, from 0.</param>
    /// <param name="Count">How many steps were taken, this one included.</param>
    internal readonly record struct Moment(double Rate, double Base, int Epoch, int Count);
}
