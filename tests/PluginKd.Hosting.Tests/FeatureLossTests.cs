using System.Text.Json;
using PluginKd.Torch;

namespace PluginKd.Hosting.Tests;

/// <summary>Losses on features in whole runs: what they train along stays out of the student, and goes on after a stop.</summary>
public class FeatureLossTests
{
    private const string Images = """
        { "name": "features", "seed": 3, "data": { "use": "generated-images", "train": 40, "unlabelled": 40, "validation": 10, "test": 20 },
          "teacher": { "use": "trained", "epochs": 2, "model": { "use": "cnn", "channels": [ 4, 6 ] } },
          "distill": { "use": "offline", "epochs": 4, "batch-size": 20, "student": { "use": "cnn", "channels": [ 3, 5 ] }, "loss": [ { "use": "soft-target" } ] },
          "evaluate": [ { "use": "classification" } ] }
        """;

    private const string Hint = """distill.loss=[{"use":"hint","layers":{"student":"hidden.1","teacher":"hidden.1"}}]""";

    private const string Factors = """distill.loss=[{"use":"soft-target"},{"use":"factor-transfer","weight":20,"paraphraser-epochs":3,"layers":{"student":"hidden.1","teacher":"hidden.0"}}]""";

    // Steps are told ten times a second: this takes longer on any machine.
    private const string Long = "distill.epochs=100";

    [Fact]
    public void A_student_learns_from_hints_and_their_regressor_is_not_in_its_file()
    {
        using var folder = new TemporaryFolder();
        var hinted = Pipelines.Run(folder, Images, Hint, "distill.epochs=20", "distill.optimizer.learning-rate=0.01");
        var losses = File.ReadLines(Path.Combine(hinted.Folder, "metrics.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("stage").GetString() == "distill" && line.TryGetProperty("loss", out _)).Select(line => line.GetProperty("loss").GetDouble()).ToList();
        Assert.True(losses[^1] < losses[0] / 2, $"first epoch {losses[0]}, last {losses[^1]}");
        Assert.Equal(Weights(Pipelines.Run(folder, Images)), Weights(hinted));
    }

    [Theory]
    [InlineData(Hint)]
    [InlineData(Factors)]
    public void A_run_that_was_stopped_ends_with_the_same_bits(string loss)
    {
        byte[] Student(bool isStopped)
        {
            using var folder = new TemporaryFolder();
            using var stop = new CancellationTokenSource();
            if (isStopped) Assert.ThrowsAny<OperationCanceledException>(() => Pipelines.Run(folder, new StopsEarly(stop), stop.Token, Images, loss, Long));
            return File.ReadAllBytes(Path.Combine(Pipelines.Run(folder, Images, loss, Long).Folder, "student.safetensors"));
        }

        Assert.Equal(Student(isStopped: false), Student(isStopped: true));
    }

    [Fact]
    public void What_does_not_fit_is_told_before_the_teacher_is_trained()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Images,
            """distill.loss=[{"use":"attention-transfer","layers":{"student":"embedding","teacher":"hidden.1"}}]"""));
        Assert.StartsWith("'embedding' of the student is [N, 5], 'hidden.1' of the teacher [N, 6, ", error.Found, StringComparison.Ordinal);
        Assert.DoesNotContain(watcher.Stages, stage => stage.StartsWith("teacher", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Weights(RunResult result)
    {
        using var file = SafeTensors.Open(Path.Combine(result.Folder, "student.safetensors"));
        return [.. file.Names];
    }

    /// <summary>Wishes to stop at the first step of the student that is told; how many more are told depends on the machine.</summary>
    private sealed class StopsEarly(CancellationTokenSource stop) : CollectingWatcher
    {
        public override void Step(string stage, StageStep step)
        {
            if (stage == "distill") stop.Cancel();
        }
    }
}
