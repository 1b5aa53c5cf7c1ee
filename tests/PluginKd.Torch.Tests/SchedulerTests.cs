using TorchSharp.Modules;
using static TorchSharp.torch.optim.lr_scheduler;

namespace PluginKd.Torch.Tests;

public sealed class SchedulerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<optim.Optimizer, LRScheduler>> Kinds => new()
    {
        { "step", o => StepLR(o, 3, 0.5) },
        { "multi", o => MultiStepLR(o, [2, 5]) },
        { "exponential", o => ExponentialLR(o, 0.9) },
        { "lambda_", o => LambdaLR(o, epoch => 1.0 / (epoch + 1)) },
        { "multiplicative", o => MultiplicativeLR(o, epoch => 0.9 + (epoch / 100.0)) },
        { "constant", o => ConstantLR(o, 0.25, 4) },
        { "linear", o => LinearLR(o, 0.1, 0.8, 6) },
        { "polynomial", o => PolynomialLR(o, 7, 2) },
        { "cosine", o => CosineAnnealingLR(o, 5, 0.001) },
        { "one_cycle", o => OneCycleLR(o, 0.4, 12) },
        {
            "one_cycle_linear", o => OneCycleLR(
                o, 0.4, epochs: 4, steps_per_epoch: 3, pct_start: 0.4, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true)
        },
        { "cyclic", o => CyclicLR(o, 0.1, 0.5, 3, 2) },
        { "cyclic_half", o => CyclicLR(o, 0.1, 0.5, 2, mode: impl.CyclicLR.Mode.Triangular2) },
        {
            "cyclic_exp", o => CyclicLR(
                o, 0.1, 0.5, 3, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.9, base_momentum: 0.7, max_momentum: 0.95)
        },
        { "cyclic_own", o => CyclicLR(o, 0.1, 0.5, 3, scale_fn: cycle => 1 / cycle, cycle_momentum: false) },
        { "chained", o => ChainedLR([ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)]) },
        { "warm_up", o => SequentialLR(o, [LinearLR(o, 0.1, 1, 4), CosineAnnealingLR(o, 8)], [4]) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sets_the_rates_that_PyTorch_sets(string name, Func<optim.Optimizer, LRScheduler> make)
    {
        using var optimizer = optim.SGD([nn.Parameter(ones(1))], 0.2, momentum: 0.9);
        var scheduler = make(optimizer);
        var found = new List<double>();
        for (var step = 0; step < 11; step++)
        {
            var group = optimizer.ParamGroups.Single();
            Assert.Equal(group.LearningRate, scheduler.get_last_lr().Single());
            found.Add(group.LearningRate);
            found.Add(((SGD.Options)((ParamGroup)group).Options).momentum ?? 0.9);
            scheduler.step();
        }

        Reference.Close("rate." + name, tensor(found.ToArray()).reshape(11, 2), 1e-12);
    }

    [Fact]
    public void Falls_when_the_figure_stops_improving()
    {
        using var optimizer = optim.Adam([nn.Parameter(ones(1))], 0.1);
        var scheduler = ReduceLROnPlateau(optimizer, factor: 0.5, patience: 1);
        foreach (var loss in new[] { 3.0, 2.0, 2.0, 2.0, 1.0 })
            scheduler.step(loss);
        Assert.Equal(0.05, scheduler.get_last_lr().Single(), 1e-12);
    }

    [Fact]
    public void One_cycle_moves_the_first_beta_of_Adam()
    {
        using var optimizer = optim.Adam([nn.Parameter(ones(1))], 0.1);
        _ = OneCycleLR(optimizer, 0.4, 12);
        Assert.Equal(0.95, ((Adam.Options)((ParamGroup)optimizer.ParamGroups.Single()).Options).beta1);
    }

    [Fact]
    public void Own_schedulers_derive_from_the_base()
    {
        using var optimizer = optim.SGD([nn.Parameter(ones(1))], 0.2);
        var scheduler = new Halving(optimizer);
        scheduler.step();
        scheduler.step();
        Assert.Equal(0.05, optimizer.ParamGroups.Single().LearningRate, 1e-12);
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Halving : LRScheduler
    {
        private readonly optim.Optimizer _optimizer;

        public Halving(optim.Optimizer optimizer)
            : base(optimizer)
        {
            _optimizer = optimizer;
            step();
        }

        protected override IEnumerable<double> get_lr() =>
            _optimizer.ParamGroups.Select(group => group.LearningRate * (_step_count > 1 ? 0.5 : 1));
    }
}
