using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Sdk.Tests;

/// <summary>Training on sequences whose tokens have labels: losses see the tokens, one behind the other.</summary>
public class TokenTrainingTests
{
    private static readonly string[][] Sequences = [["aa", "b"], ["c"], ["aa", "c", "b", "aa"], ["b", "b"], ["c", "aa", "b"]];
    private static readonly TokenLabels Labels = new([[1, 0], [0], [1, 0, 0, 1], [0, -1], [0, 1, 0]]);

    private static Split Examples() => new("train", SplitRole.Train, new TokenInputs(Sequences), null, [10, 11, 12, 13, 14])
    {
        TokenLabels = Labels,
        Weights = [1, 2, 3, 4, 5],
    };

    [Fact]
    public void A_loss_sees_a_row_for_each_token_and_none_for_padding()
    {
        var seen = new List<(long Index, long Label, float Weight)>();
        Run(mostHeld: 100, batch =>
        {
            Assert.Equal([batch.Labels.size(0), 2L], batch.Student.Logits.shape);
            Assert.Equal(batch.Student.Logits.shape, batch.StudentAgain().Logits.shape);
            Assert.Equal(batch.Student.Logits.shape, batch.Teacher.Logits.shape);
            Assert.False(batch.AllLabelled);
            seen.AddRange(batch.Indices.data<long>().ToArray().Zip(batch.Labels.data<long>().ToArray(), batch.Weights!.data<float>().ToArray()));
        });

        var expected = Sequences.SelectMany((words, i) => words.Select((_, t) => (10L + i, (long)Labels[i][t], i + 1f)));
        Assert.Equal(expected.Order(), seen.Order());
    }

    // To rounding: the products are of tables of other widths.
    [Fact]
    public void Held_and_streamed_examples_end_with_the_same_weights()
    {
        var (held, streamed) = (Run(mostHeld: 100), Run(mostHeld: 1));
        for (var i = 0; i < held.Length; i++) Assert.Equal(held[i], streamed[i], 1e-6);
    }

    [Fact]
    public void Scores_of_many_sequences_are_as_wide_as_the_longest()
    {
        using var network = new LetterNetwork();
        var stage = new StageContext { Name = "test", StageSeed = 5 };
        // More than are encoded at once, the longest among the last.
        var inputs = new TokenInputs([.. Enumerable.Repeat(Sequences[1], 9000), Sequences[2]]);
        var logits = Inference.Collect(network, inputs, [SignalNames.Logits], stage)[SignalNames.Logits];

        Assert.Equal([9001, 4, 2], logits.shape);
        Assert.Equal(logits[0][0].data<float>().ToArray(), logits[9000][1].data<float>().ToArray());
        Assert.Equal(0, logits[0].narrow(0, 1, 3).abs().sum().ToDouble());
    }

    private static float[] Run(int mostHeld, Action<LossBatch>? look = null)
    {
        using var scope = NewDisposeScope();
        var stage = new StageContext { Name = "test", StageSeed = 5 };
        stage.SeedTensors("weights");
        using var teacher = new LetterNetwork();
        using var student = new LetterNetwork();
        var examples = Examples();
        var context = new DistillContext(stage, new DataBundle(["n", "y"], [examples]), new Dictionary<string, Network> { ["teacher"] = teacher }, null!);
        var loop = new TrainingLoop(new TrainingSettings { Epochs = look is null ? 3 : 1, BatchSize = 2, Optimizer = new() { LearningRate = 0.05 } }, stage)
        {
            MostHeld = mostHeld,
            Teachers = TeacherFeed.Online(context, examples, [SignalNames.Logits], mostHeld),
        };
        loop.Run(student, examples,
        [
            new LossTerm("labels", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch)),
            new LossTerm("teacher", 1, batch =>
            {
                look?.Invoke(batch);
                return batch.Average((batch.Student.Logits - batch.Teacher.Logits).pow(2).sum(1));
            }),
        ]);
        return [.. student.parameters().SelectMany(p => p.data<float>().ToArray())];
    }

    // Counts of the letters a, b, c of each word, linear scores.
    private sealed class LetterNetwork : Network
    {
        private readonly Linear scores = Linear(3, 2);

        public LetterNetwork()
            : base(nameof(LetterNetwork)) => RegisterComponents();

        public override IReadOnlyList<Tensor> Encode(Inputs inputs)
        {
            var sequences = ((TokenInputs)inputs).Sequences;
            var table = zeros(sequences.Count, sequences.Max(words => words.Length), 3);
            for (var i = 0; i < sequences.Count; i++)
            {
                for (var t = 0; t < sequences[i].Length; t++)
                {
                    foreach (var letter in sequences[i][t]) table[i, t, letter - 'a'] += 1;
                }
            }

            return [table];
        }

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, scores.call(input[0])));
    }
}
