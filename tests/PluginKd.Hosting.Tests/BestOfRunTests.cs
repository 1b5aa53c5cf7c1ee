namespace PluginKd.Hosting.Tests;

/// <summary>The teacher that was chosen is stored, made again as that one and learned from like any other.</summary>
public class BestOfRunTests
{
    // Without a step to learn in, the first candidate cannot be the best; its network has fewer weights.
    private static readonly string[] Changes =
    [
        """data={"use":"points","validation":30}""",
        """
        teacher={"use":"best-of","candidates":[
          {"name":"untrained","teacher":{"use":"trained","model":{"use":"mlp","hidden":[4]},"steps":1,"optimizer":{"learning-rate":1e-9}}},
          {"name":"trained","teacher":{"use":"trained","model":{"use":"mlp","hidden":[16]},"epochs":30,"optimizer":{"learning-rate":0.01}}}]}
        """,
    ];

    [Fact]
    public void A_run_learns_from_the_best_and_the_next_one_finds_it_in_the_store()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, Changes);
        Assert.True(result.Find("teacher", "test", "accuracy") > 0.9);
        // 4·16 + 16 and 16·3 + 3.
        Assert.Equal(131, result.Models.Single(m => m.Name == "teacher").Parameters);

        var again = new CollectingWatcher();
        var second = Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, [.. Changes, "distill.loss.0.temperature=3"]);
        Assert.Contains("teacher", again.Stored);
        Assert.Equal(result.Find("teacher", "test", "accuracy"), second.Find("teacher", "test", "accuracy"));
        Stores.RequireValid(folder);
    }
}
