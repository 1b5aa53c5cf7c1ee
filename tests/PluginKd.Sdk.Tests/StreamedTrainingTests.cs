using PluginKd.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

/// <summary>Training on examples that are encoded batch by batch, one batch ahead on another thread, against training on examples that are held.</summary>
public class StreamedTrainingTests
{
    private const int Count = 23;
    private static readonly TrainingSettings Settings = new() { Epochs = 3, BatchSize = 4, Optimizer = new() { LearningRate = 0.05 } };

    [Fact]
    public void Ends_with_the_bits_of_training_on_held_examples() => Assert.Equal(Run(mostHeld: Count, new KeptCheckpoint()), Run(mostHeld: 4, new KeptCheckpoint()));

    [Fact]
    public void Ends_with_the_same_bits_wherever_it_was_stopped()
    {
        var whole = Run(mostHeld: 4, new KeptCheckpoint());
        for (var step = 1; step < 18; step++)
        {
            var stops = new KeptCheckpoint();
            Assert.Equal("", Run(mostHeld: 4, stops, stopAfter: step));
            Assert.Equal(whole, Run(mostHeld: 4, stops));
        }
    }

    [Fact]
    public void Never_encodes_more_than_a_batch_and_keeps_no_tensor()
    {
        Run(mostHeld: 4, NoCheckpoints.Instance);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = TorchLibrary.LiveTensorCount;
        CountingNetwork.Most = 0;
        Run(mostHeld: 4, NoCheckpoints.Instance);
        Assert.Equal(4, CountingNetwork.Most);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(before, TorchLibrary.LiveTensorCount);
    }

    private static string Run(int mostHeld, ICheckpoints stops, int? stopAfter = null)
    {
        using var scope = NewDisposeScope();
        using var stop = new CancellationTokenSource();
        var stage = new StageContext { Name = "test", StageSeed = 5, Checkpoints = stops, Cancellation = stop.Token };
        stage.SeedTensors("weights");
        using var teacher = new CountingNetwork();
        using var student = new CountingNetwork();
        var examples = Examples();
        var data = new DataBundle(["n", "y"], [examples]);
        var context = new DistillContext(stage, data, new Dictionary<string, Network> { ["teacher"] = teacher }, null!);
        var loop = new TrainingLoop(Settings, stage)
        {
            MostHeld = mostHeld,
            Teachers = TeacherFeed.Online(context, examples, [SignalNames.Logits], mostHeld),
            Observer = new StepListener(step =>
            {
                if (step.Moment.Step + 1 == stopAfter) stop.Cancel();
            }),
        };
        try
        {
            loop.Run(student, examples,
            [
                new LossTerm("labels", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch)),
                new LossTerm("teacher", 1, batch => batch.Average((batch.Student.Logits - batch.Teacher.Logits).pow(2).sum(1) * batch.Indices.to(float32))),
            ]);
        }
        catch (OperationCanceledException)
        {
            return "";
        }

        return WeightHash.Of(student);
    }

    private static Split Examples()
    {
        var random = new SeededRandom(9);
        var values = Enumerable.Range(0, 2 * Count).Select(_ => (float)random.NextDouble()).ToArray();
        // In two parts, as two joined splits are.
        var inputs = new DenseInputs(tensor(values[..20]).reshape(10, 2)).Concat([new DenseInputs(tensor(values[20..]).reshape(13, 2))]);
        return new Split("train", SplitRole.Train, inputs, [.. Enumerable.Range(0, Count).Select(i => values[2 * i] > 0.5 ? 1 : 0)], [.. Enumerable.Range(0, Count).Select(i => (long)i)])
        {
            Weights = [.. Enumerable.Range(0, Count).Select(i => 1f + (i % 3))],
        };
    }

    private sealed class CountingNetwork : Network
    {
        public static int Most;

        private readonly Linear line = Linear(2, 2);

        public CountingNetwork()
            : base(nameof(CountingNetwork)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs)
        {
            if (inputs.Count > Most) Interlocked.Exchange(ref Most, inputs.Count);
            return [((DenseInputs)inputs).Values];
        }

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, functional.dropout(line.call(input[0]), 0.3, training)));
    }
}
