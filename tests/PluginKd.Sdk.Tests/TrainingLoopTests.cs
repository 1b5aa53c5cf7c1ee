using PluginKd.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

public class TrainingLoopTests
{
    private static readonly Split Examples = new("train", SplitRole.Train, new DenseInputs(ones(8, 3)), [0, 1, 0, 1, 0, 1, 0, 1], [.. Enumerable.Range(0, 8).Select(i => (long)i)]);

    [Fact]
    public void Holds_no_more_tensors_after_a_hundred_epochs_than_after_one()
    {
        var counts = new List<long>();
        var stage = new StageContext { Name = "test", StageSeed = 1 };
        using var network = new Line();
        new TrainingLoop(new TrainingSettings { Epochs = 100, BatchSize = 4 }, stage) { Observer = new StepListener(_ => counts.Add(TorchLibrary.LiveTensorCount)) }
            .Run(network, Examples, [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);

        // The second step has the optimiser's state; from there on nothing may grow.
        Assert.Equal(200, counts.Count);
        // Fewer may be left: tensors that earlier tests dropped are collected at any time.
        Assert.InRange(counts[^1], 0, counts[3]);
    }

    [Fact]
    public void Steps_replace_epochs_and_cut_the_last_one_short()
    {
        var moments = new List<Moment>();
        using var network = new Line();
        new TrainingLoop(new TrainingSettings { Epochs = 1, Steps = 5, BatchSize = 4 }, new StageContext { Name = "test", StageSeed = 1 }) { Observer = new StepListener(step => moments.Add(step.Moment)) }
            .Run(network, Examples, [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);

        Assert.Equal([0L, 1L, 2L, 3L, 4L], moments.Select(m => m.Step));
        Assert.Equal([0, 0, 1, 1, 2], moments.Select(m => m.Epoch));
        Assert.All(moments, m => Assert.Equal((3, 5L), (m.Epochs, m.Steps)));
        Assert.False(network.training);
    }

    private sealed class Line : Network
    {
        private readonly Linear line = Linear(3, 2);

        public Line()
            : base(nameof(Line)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, line.call(input[0])));
    }
}
