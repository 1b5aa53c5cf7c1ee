namespace PluginKd.Tool.Tests;

/// <summary>What <c>store list</c>, <c>verify</c> and <c>prune</c> say and do.</summary>
public class StoreCommandTests
{
    [Fact]
    public async Task List_shows_the_results_of_a_run()
    {
        using var folder = await Ran();
        Snapshot.Match(Kd.ScrubTable((await Store(0, folder, "list")).Output, folder));
        Assert.Equal("7 of 7 results are whole\n", (await Store(0, folder, "verify")).Output);
    }

    [Fact]
    public async Task A_flipped_byte_is_found_and_the_next_run_makes_the_result_again()
    {
        using var folder = await Ran();
        var before = Flip(folder);

        Snapshot.Match(Kd.ScrubTable((await Store(1, folder, "verify")).Output, folder));
        var next = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json");

        Assert.Equal(0, next.ExitCode);
        Assert.Contains("warning: a stored result (distill) is damaged and is made again", next.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Student(folder)));
        Assert.Equal("7 of 7 results are whole\n", (await Store(0, folder, "verify")).Output);
    }

    [Fact]
    public async Task Prune_deletes_a_result_with_a_flipped_byte_and_no_other()
    {
        using var folder = await Ran();
        Flip(folder);

        Assert.EndsWith("\n1 result, {measure} deleted", Kd.ScrubTable((await Store(0, folder, "prune")).Output, folder), StringComparison.Ordinal);

        Assert.Equal("6 of 6 results are whole\n", (await Store(0, folder, "verify")).Output);
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("--unused-for", "0")]
    public async Task Prune_deletes_what_it_says_and_a_dry_run_only_says_it(params string[] which)
    {
        using var folder = await Ran();

        Assert.Contains("0 results, 0 B deleted", (await Store(0, folder, "prune")).Output, StringComparison.Ordinal);
        var said = (await Store(0, folder, ["prune", "--dry-run", .. which])).Output;
        Assert.Equal("7 of 7 results are whole\n", (await Store(0, folder, "verify")).Output);
        var done = (await Store(0, folder, ["prune", .. which])).Output;

        Assert.StartsWith("7 results, ", said.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Equal(said.Replace("would go", "deleted", StringComparison.Ordinal), done);
        Assert.Equal("0 results, 0 B in .kd/store\n", (await Store(0, folder, "list")).Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, ".kd", "store", "work")));
        Assert.Equal(0, (await Kd.RunWithTestPluginsAsync(folder, "run", "p.json")).ExitCode);
    }

    [Fact]
    public async Task Prune_leaves_a_store_alone_that_a_run_uses()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        using var process = await Kd.StartAsync(folder, "distill ", "run", "p.json", "--set", "distill.epochs=1000000");

        var result = await Store(2, folder, "prune", "--all");
        process.Kill();
        await process.WaitForExitAsync();

        Snapshot.Match(Kd.Message(result, folder));
        Assert.NotEqual("0 of 0 results are whole\n", (await Store(0, folder, "verify")).Output);
    }

    [Fact]
    public async Task Prune_deletes_the_store_of_a_fresh_run_once_it_was_killed()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        using var process = await Kd.StartAsync(folder, "distill ", "run", "p.json", "--fresh", "--set", "distill.epochs=1000000");
        IEnumerable<string> Stores() => Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd"), "fresh-*");

        await Store(0, folder, "prune");
        Assert.Single(Stores());
        process.Kill();
        await process.WaitForExitAsync();
        await Store(0, folder, "prune", "--dry-run");
        Assert.Single(Stores());

        await Store(0, folder, "prune");
        Assert.Empty(Stores());
    }

    private static async Task<TemporaryFolder> Ran()
    {
        var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        Assert.Equal(0, (await Kd.RunWithTestPluginsAsync(folder, "run", "p.json")).ExitCode);
        return folder;
    }

    private static async Task<ProcessResult> Store(int exitCode, TemporaryFolder folder, params string[] arguments)
    {
        var result = await Kd.RunAsync(folder, ["store", .. arguments]);
        Assert.True(result.ExitCode == exitCode, result.Output + result.Error);
        return result;
    }

    private static string Student(TemporaryFolder folder) =>
        Directory.EnumerateFiles(Path.Combine(folder.Path, ".kd", "store", "artifacts"), "student.safetensors", SearchOption.AllDirectories).Single();

    /// <summary>Changes the last byte of the stored student.</summary>
    /// <returns>What was there.</returns>
    private static byte[] Flip(TemporaryFolder folder)
    {
        var before = File.ReadAllBytes(Student(folder));
        File.WriteAllBytes(Student(folder), [.. before[..^1], (byte)~before[^1]]);
        return before;
    }
}
