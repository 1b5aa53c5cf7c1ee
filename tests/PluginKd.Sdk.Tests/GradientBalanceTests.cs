using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

public class GradientBalanceTests
{
    private static readonly Split Examples = new("train", SplitRole.Train, new DenseInputs(ones(8, 3)), [0, 1, 0, 1, 0, 1, 0, 1], [.. Enumerable.Range(0, 8).Select(i => (long)i)]);

    // One term is a thousand times as steep as the other, whatever its weight.
    [Theory]
    [InlineData(LossBalance.None, 0.003)]
    [InlineData(LossBalance.Gradient, 0.75)]
    public void Shares_of_the_gradient_are_as_the_weights(LossBalance balance, double share)
    {
        var metrics = Train(balance, new LossTerm("flat", 3, batch => batch.Student.Logits.mean()), new LossTerm("steep", 1, batch => batch.Student.Logits.mean() * 1000));
        Assert.Equal(share, metrics.First(m => m.Name == "gradient-share/flat").Value, 1e-3);
        Assert.Equal(1 - share, metrics.First(m => m.Name == "gradient-share/steep").Value, 1e-3);
        Assert.Equal(balance == LossBalance.Gradient ? [1e-3, 1e-3, 1e-3] : [], metrics.Where(m => m.Name == "loss-scale/steep").Select(m => m.Value), Near);
    }

    // Steepness doubles in the second epoch, so that a half is wanted: √(1 · 1/2), and then √(√(1/2) · 1/2).
    [Fact]
    public void Later_epochs_go_half_of_the_way()
    {
        var metrics = Train(LossBalance.Gradient, new LossTerm("first", 1, batch => batch.Student.Logits.mean()), new LossTerm("second", 1, batch => batch.Student.Logits.mean() * (batch.Moment.Epoch == 0 ? 1 : 2)));
        Assert.Equal([1, Math.Sqrt(0.5), Math.Sqrt(Math.Sqrt(0.5) / 2)], metrics.Where(m => m.Name == "loss-scale/second").Select(m => m.Value), Near);
    }

    [Fact]
    public void A_term_that_is_still_on_its_way_from_zero_keeps_its_scale_until_it_has_a_gradient()
    {
        var late = new Schedule { To = 1, Shape = ScheduleShape.Step, End = 2, By = ScheduleUnit.Epoch };
        var metrics = Train(LossBalance.Gradient, new LossTerm("first", 1, batch => batch.Student.Logits.mean()), new LossTerm("late", late, batch => batch.Student.Logits.mean() * 4));
        Assert.Equal([(4L, 0.25)], metrics.Where(m => m.Name == "loss-scale/late").Select(m => (m.Step, Math.Round(m.Value, 6))));
    }

    [Fact]
    public void Values_of_several_terms_are_told_for_the_first_batch_of_each_epoch()
    {
        var metrics = Train(LossBalance.None, new LossTerm("one", 1, batch => (batch.Student.Logits * 0).sum() + 5), new LossTerm("two", 0.5, batch => batch.Student.Logits.mean()));
        Assert.Equal([(0L, 5.0), (2L, 5.0), (4L, 5.0)], metrics.Where(m => m.Name == "loss/one").Select(m => (m.Step, m.Value)));
    }

    private static List<(string Name, double Value, long Step)> Train(LossBalance balance, params LossTerm[] terms)
    {
        var progress = new Kept();
        using var network = new Line();
        new TrainingLoop(new TrainingSettings { Epochs = 3, BatchSize = 4, Optimizer = new() { Name = OptimizerName.Sgd, LearningRate = 1e-6 } }, new StageContext { Name = "test", StageSeed = 1, Progress = progress }) { Balance = balance }
            .Run(network, Examples, terms);
        return progress.Metrics;
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-6 * expected;

    private sealed class Kept : IStageProgress
    {
        public List<(string Name, double Value, long Step)> Metrics { get; } = [];

        public void Step(in StepReport step)
        {
            // Only numbers are looked at.
        }

        public void Metric(string name, double value, long step) => Metrics.Add((name, value, step));
    }

    private sealed class Line : Network
    {
        private readonly TorchSharp.Modules.Linear _line = Linear(3, 2);

        public Line()
            : base(nameof(Line)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, _line.call(input[0])));
    }
}
