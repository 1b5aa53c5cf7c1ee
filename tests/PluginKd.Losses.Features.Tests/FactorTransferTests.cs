namespace PluginKd.Losses.Features.Tests;

/// <summary>Paraphrasers of factor transfer: trained before the student, then frozen.</summary>
public class FactorTransferTests
{
    private const string Layer = "hidden.0";

    // Restoring 4 channels from 2 that two of them are made of: better with every pass.
    [Fact]
    public void A_paraphraser_learns_to_restore_the_teachers_maps()
    {
        var progress = new Numbers();
        Fitted(120, progress);
        Assert.Equal(120, progress.Losses.Count);
        Assert.True(progress.Losses[^1] < progress.Losses[0] / 2, $"first pass {progress.Losses[0]}, last {progress.Losses[^1]}");
        Assert.Equal(0, progress.Steps);
    }

    [Fact]
    public void Only_the_translator_is_trained_along_and_both_are_in_the_module()
    {
        var (loss, batch) = (Fitted(1), Batch());
        var module = loss.CreateModule(batch.Student, batch.Teacher);
        var before = module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        Assert.All(module.named_parameters(), p => Assert.Equal(p.name.StartsWith("0.", StringComparison.Ordinal), p.parameter.requires_grad));
        // Six tensors each: weight and bias of three convolutions.
        Assert.Equal([6, 6], before.Keys.GroupBy(name => name[0]).Select(side => side.Count()));
        using var optimizer = optim.Adam(module.parameters(), lr: 0.01);
        loss.Evaluate(batch).backward();
        optimizer.step();
        Assert.All(module.state_dict(), entry => Assert.Equal(entry.Key.StartsWith("1.", StringComparison.Ordinal), entry.Value.equal(before[entry.Key]).ToBoolean()));
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1, 4)]
    [InlineData(0.01, 1)]
    public void Factors_have_their_share_of_the_channels(double share, long channels)
    {
        var (loss, batch) = (Fitted(1, share: share), Batch());
        var weights = loss.CreateModule(batch.Student, batch.Teacher).state_dict();
        Assert.Equal([channels, channels, 3, 3], weights["1.0.4.weight"].shape);
        Assert.Equal([channels, 3, 3, 3], weights["0.0.2.weight"].shape);
    }

    [Fact]
    public void The_same_seed_gives_the_same_paraphraser()
    {
        var batch = Batch();
        string Weights()
        {
            using var host = new KdTestHost();
            var module = Fitted(2).CreateModule(batch.Student, batch.Teacher);
            return string.Join(" ", module.named_parameters().Where(p => p.name.StartsWith("1.", StringComparison.Ordinal)).Select(p => p.parameter.sum().ToDouble()));
        }

        Assert.Equal(Weights(), Weights());
    }

    [Fact]
    public void A_teacher_that_is_not_there_is_told()
    {
        using var host = new KdTestHost();
        var loss = new FactorTransfer(new() { Layers = [new() { Student = Layer, Teacher = Layer }], TeacherName = "other" });
        var error = Assert.Throws<UserErrorException>(() => loss.Fit(new LossFitContext(host.Stage, Examples(3), 2, (name, _) => new Dictionary<string, Tensor>()[name])));
        Assert.Equal("there is no teacher 'other'", error.Found);
        Assert.Contains("teacher-name", error.Where, StringComparison.Ordinal);
    }

    private static FactorTransfer Fitted(int epochs, IStageProgress? progress = null, double share = 0.5)
    {
        using var host = new KdTestHost();
        var loss = new FactorTransfer(new() { Layers = [new() { Student = Layer, Teacher = Layer }], Share = share, ParaphraserEpochs = epochs, ParaphraserLearningRate = 0.01 });
        var two = Golden.Table([64, 2, 4, 4], at => Math.Sin((0.3 * at[0]) + (1.5 * at[1]) + (0.7 * at[2]) + (1.1 * at[3]))).to(float32);
        loss.Fit(new LossFitContext(progress is null ? host.Stage : host.Stage with { Progress = progress }, Examples(64), 2, (_, _) => cat([two, two * 0.5f], 1)));
        return loss;
    }

    private static LossBatch Batch() => TinyBatch.Of(new Signals((Layer, Golden.Maps().to(float32))), new Signals((Layer, Golden.TeacherMaps(channels: 4).to(float32))), 4);

    private static Split Examples(int count) =>
        new("train", SplitRole.Train, new DenseInputs(zeros(count, 1)), [.. new int[count]], [.. Enumerable.Range(0, count).Select(i => (long)i)]);

    /// <summary>Keeps the losses of a paraphraser, and counts steps that are shown.</summary>
    private sealed class Numbers : IStageProgress
    {
        public List<double> Losses { get; } = [];

        public int Steps { get; private set; }

        public void Step(in StepReport step) => Steps++;

        public void Metric(string name, double value, long step)
        {
            if (name == "paraphraser-0/loss") Losses.Add(value);
        }
    }
}
