using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

/// <summary>Stops a training run at every step in turn, goes on, and holds the weights against an uninterrupted run.</summary>
public class ResumedTrainingTests
{
    private const int Steps = 14;
    private static readonly SeededRandom Random = new(3);
    private static readonly Split Examples = Points("train", SplitRole.Train);
    private static readonly Split Validation = Points("validation", SplitRole.Validation);

    [Theory]
    [InlineData(OptimizerName.Adam, LearningRateSchedule.Cosine, 0)]
    [InlineData(OptimizerName.Sgd, LearningRateSchedule.Constant, 0)]
    [InlineData(OptimizerName.Adamw, LearningRateSchedule.Linear, 2)]
    public void Ends_with_the_same_bits_wherever_it_was_stopped(OptimizerName name, LearningRateSchedule schedule, int patience)
    {
        var settings = new TrainingSettings
        {
            Steps = Steps,
            BatchSize = 3,
            Optimizer = new() { Name = name, LearningRate = 0.05, Momentum = 0.9, Schedule = schedule },
            EarlyStopping = new() { Patience = patience, Metric = ValidationMetric.Loss },
        };
        var whole = Run(settings, new KeptCheckpoint(), stopAfter: null);
        for (var stop = 0; stop < Steps; stop++)
        {
            var kept = new KeptCheckpoint();
            Run(settings, kept, stop);
            Assert.Equal(whole, Run(settings, kept, stopAfter: null));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_the_step_the_term_and_the_examples_of_a_loss_that_is_no_number(bool isDeferred)
    {
        using var network = new Thin();
        var loop = new TrainingLoop(new TrainingSettings { Epochs = 2, BatchSize = 4 }, Stage(new KeptCheckpoint(), default)) { DefersLosses = isDeferred };
        var error = Assert.Throws<UserErrorException>(() => loop.Run(network, Examples,
        [
            new LossTerm("good", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch)),
            new LossTerm("bad", 1, batch => batch.Moment.Step == 1 ? batch.Student.Logits.sum() * double.NaN : batch.Student.Logits.sum()),
        ]));

        Assert.Contains("step 2, epoch 1: 'bad' is NaN", error.Found, StringComparison.Ordinal);
        Assert.Matches(@"examples \d+, \d+, \d+, \d+ of split 'train'", error.Where);
    }

    [Fact]
    public void Refuses_a_term_that_depends_on_no_weight()
    {
        using var network = new Thin();
        Assert.Contains("'constant' depends on no weight", Assert.Throws<UserErrorException>(() => Train(network,
            new LossTerm("loss", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch)), new LossTerm("constant", 1, _ => tensor(1f)))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_end_with_the_weights_it_began_with()
    {
        using var network = new Thin();
        Assert.Contains("the same, to the bit", Assert.Throws<UserErrorException>(() => Train(network, new LossTerm("still", 1, batch => batch.Student.Logits.sum() * 0))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_losses_late_changes_no_bit_and_goes_on_from_the_same_checkpoints()
    {
        var settings = new TrainingSettings { Epochs = 3, BatchSize = 4 };
        var direct = Run(settings, new KeptCheckpoint(), stopAfter: null);
        var kept = new KeptCheckpoint();
        Run(settings, kept, stopAfter: 4, isDeferred: true);
        Assert.Equal(direct, Run(settings, kept, stopAfter: null, isDeferred: true));
    }

    private static void Train(Network network, params LossTerm[] terms) =>
        new TrainingLoop(new TrainingSettings { Epochs = 1, BatchSize = 4 }, Stage(new KeptCheckpoint(), default)).Run(network, Examples, terms);

    private static string Run(TrainingSettings settings, KeptCheckpoint kept, int? stopAfter, bool isDeferred = false)
    {
        using var stop = new CancellationTokenSource();
        if (stopAfter == 0) stop.Cancel();
        var stage = Stage(kept, stop.Token);
        stage.SeedTensors("weights");
        using var network = new Thin();
        var sum = new Sum(step =>
        {
            if (step + 1 == stopAfter) stop.Cancel();
        });
        try
        {
            new TrainingLoop(settings, stage) { Observer = sum, Validation = Validation, DefersLosses = isDeferred }
                .Run(network, Examples, [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        }
        catch (OperationCanceledException)
        {
            return "";
        }

        return $"{WeightHash.Of(network)} {sum.Value.ToString("R", CultureInfo.InvariantCulture)} {rand(1).ToSingle()}";
    }

    private static StageContext Stage(ICheckpoints kept, CancellationToken stop) => new() { Name = "test", StageSeed = 5, Checkpoints = kept, Cancellation = stop };

    private static Split Points(string name, SplitRole role)
    {
        var values = Enumerable.Range(0, 22).Select(_ => (float)Random.NextDouble()).ToArray();
        return new Split(name, role, new DenseInputs(tensor(values).reshape(11, 2)), [.. Enumerable.Range(0, 11).Select(i => values[2 * i] > 0.5 ? 1 : 0)], [.. Enumerable.Range(0, 11).Select(i => (long)i)]);
    }

    private sealed class Sum(Action<long> after) : IStepObserver
    {
        public double Value { get; private set; }

        public void Observe(TrainingStep step)
        {
            Value = (Value * 0.9) + step.Student.parameters().First().sum().ToDouble();
            after(step.Moment.Step);
        }

        public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor> { ["value"] = tensor(Value) };

        public void LoadState(IReadOnlyDictionary<string, Tensor> state) => Value = state["value"].ToDouble();
    }

    private sealed class Thin : Network
    {
        private readonly Linear line = Linear(2, 8);
        private readonly BatchNorm1d norm = BatchNorm1d(8);
        private readonly Linear last = Linear(8, 2);

        public Thin()
            : base(nameof(Thin)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input) =>
            new((SignalNames.Logits, last.call(functional.dropout(norm.call(line.call(input[0])), 0.3, training))));
    }
}
