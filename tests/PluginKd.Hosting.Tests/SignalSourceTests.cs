using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>A student that learns from stored signals learns the same as one whose teacher answers at each step.</summary>
public class SignalSourceTests
{
    // An epoch of one step each, so that the mean loss of an epoch is the loss of a step.
    private static readonly string[] SixtySteps = ["distill.batch-size=100", "distill.epochs=60", "distill.student.dropout=0.2"];

    [Fact]
    public void Stored_and_fresh_signals_give_the_same_losses_to_rounding()
    {
        var (cached, _) = Losses("distill.teacher-signals=cached");
        var (online, _) = Losses("distill.teacher-signals=online");
        Assert.Equal(60, cached.Count);
        Assert.True(cached[0] > 2 * cached[59], "the student learns");
        for (var i = 0; i < 60; i++) Assert.InRange(Math.Abs((cached[i] / online[i]) - 1), 0, 1e-5);
    }

    [Theory]
    [InlineData("float32")]
    [InlineData("float16")]
    [InlineData("top-2")]
    public void Two_runs_on_stored_signals_end_with_the_same_bits(string format)
    {
        var (losses, student) = Losses($"teacher-signals={format}");
        var (again, same) = Losses($"teacher-signals={format}");
        Assert.Equal(losses, again);
        Assert.Equal(student, same);
    }

    [Fact]
    public void Rounded_signals_make_another_student()
    {
        var (_, whole) = Losses("teacher-signals=float32");
        var (_, half) = Losses("teacher-signals=float16");
        // Of three classes; with two of them kept the rest is the third, and nothing is lost.
        var (_, top) = Losses("teacher-signals=top-1");
        Assert.NotEqual(whole, half);
        Assert.NotEqual(whole, top);
    }

    private static (List<double> Losses, byte[] Student) Losses(string change)
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, [.. SixtySteps, change]);
        var losses = File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!)
            .Where(line => (string)line["stage"]! == "distill" && line["loss"] is not null).Select(line => (double)line["loss"]!).ToList();
        return (losses, Stores.Student(result));
    }
}
