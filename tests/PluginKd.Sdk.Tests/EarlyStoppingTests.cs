using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

/// <summary>Plays training runs whose value on the validation split is known for each epoch: the only weight takes a value from a list.</summary>
public class EarlyStoppingTests
{
    // Eight examples, half of each class; the weight w says class 1 to those below w.
    private static readonly Split Eight = new("validation", SplitRole.Validation, new DenseInputs(arange(8, dtype: float32).reshape(8, 1)), [1, 1, 1, 1, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7]);

    // Worked out on paper. Class 1 is said where x < w: for w = 1.5 the examples 0, 1 and 4 to 7 are right, 6/8.
    [Theory]
    [InlineData(2, 0, new[] { 1.5f, 2.5f, 0.5f, 1.5f, 3.5f }, 4, 2.5f)]    // 6/8, 7/8, 5/8, 6/8: two epochs without a better one, and the fifth never comes
    [InlineData(3, 0, new[] { 1.5f, 2.5f, 0.5f, 1.5f, 3.5f }, 5, 3.5f)]    // the fifth is 8/8
    [InlineData(1, 0, new[] { 2.5f, 2.5f, 3.5f }, 2, 2.5f)]                // as good is not better
    [InlineData(1, 0.2, new[] { 0.5f, 1.5f, 2.5f, 3.5f }, 2, 0.5f)]        // 5/8, 6/8: a gain of 0.125 is none
    [InlineData(2, 0.2, new[] { 0.5f, 1.5f, 2.5f, 3.5f }, 4, 2.5f)]        // 7/8 is 0.25 above 5/8; 8/8 is 0.125 above that
    [InlineData(0, 0, new[] { 3.5f, 0.5f, 0.5f }, 3, 0.5f)]                // nothing is watched: the last weights stay
    public void Ends_after_so_many_epochs_without_a_better_value_and_goes_back_to_the_best(int patience, double change, float[] weights, int epochs, float kept)
    {
        var (played, last) = Play(new EarlyStoppingSettings { Patience = patience, MinChange = change }, weights);
        Assert.Equal(epochs, played.Count);
        Assert.Equal(kept, last);
    }

    // Logits (0, w − x): at w = 3.5 the mean of ln(1 + e^-|3.5 − x|) over x = 0 … 7 is 0.1960326; on either side of it the loss is larger.
    [Theory]
    [InlineData(2, new[] { 2.5f, 3.5f, 4.5f, 5.5f, 3.5f }, 4, 3.5f)]
    public void Watches_the_loss_when_asked_to(int patience, float[] weights, int epochs, float kept)
    {
        var (played, last) = Play(new EarlyStoppingSettings { Patience = patience, Metric = ValidationMetric.Loss }, weights);
        Assert.Equal(epochs, played.Count);
        Assert.Equal(kept, last);
        Assert.Equal(0.1960326, played[1], 6);
    }

    [Fact]
    public void Tells_the_share_of_right_answers_after_each_epoch() =>
        Assert.Equal([0.75, 0.875, 0.625, 1], Play(new EarlyStoppingSettings { Patience = 9 }, [1.5f, 2.5f, 0.5f, 3.5f]).Played);

    private static (List<double> Played, float Kept) Play(EarlyStoppingSettings stopping, float[] weights)
    {
        var told = new Told();
        var stage = new StageContext { Name = "test", StageSeed = 1, Progress = told };
        using var network = new Threshold();
        var epochs = 0;
        // The optimiser hardly moves anything; what the epoch ends with is put there after its one step.
        var script = new StepListener(step =>
        {
            using var quiet = no_grad();
            network.weight.fill_(weights[epochs++]);
        });
        new TrainingLoop(new TrainingSettings { Epochs = weights.Length, BatchSize = 8, Optimizer = new() { Name = OptimizerName.Sgd, LearningRate = 1e-9 }, EarlyStopping = stopping }, stage)
        {
            Observer = script,
            Validation = Eight,
        }.Run(network, Eight, [new LossTerm("loss", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        return (stopping.Patience == 0 ? [.. Enumerable.Repeat(0.0, epochs)] : told.Values, network.weight.ToSingle());
    }

    private sealed class Told : IStageProgress
    {
        public List<double> Values { get; } = [];

        public void Step(in StepReport step)
        {
            // Steps say nothing of the validation split.
        }

        public void Metric(string name, double value, long step)
        {
            if (name.StartsWith("validation-", StringComparison.Ordinal)) Values.Add(value);
        }
    }

    private sealed class Threshold : Network
    {
        public readonly TorchSharp.Modules.Parameter weight = Parameter(zeros(1));

        public Threshold()
            : base(nameof(Threshold)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, cat([zeros_like(input[0]), weight - input[0]], 1)));
    }
}
