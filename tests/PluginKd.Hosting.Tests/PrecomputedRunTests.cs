namespace PluginKd.Hosting.Tests;

/// <summary>A student learns from logits that were computed elsewhere, and the teacher is measured where there are some.</summary>
public class PrecomputedRunTests
{
    // The tiny data have 60 training and 40 further examples, numbers 0 to 99, of class i % 3 within each; the test has numbers from 100 on.
    private static string Logits => "id,a,b,c\n" + string.Concat(Enumerable.Range(0, 100).Select(i => (i % 60 % 3) switch
    {
        0 => $"{i},3,0,0\n",
        1 => $"{i},0,3,0\n",
        _ => $"{i},0,0,3\n",
    }));

    private static readonly string[] Precomputed =
        ["""teacher={"use":"precomputed","path":"logits.csv","by":"id","on":["train","unlabelled"]}""", """distill.loss=[{"use":"soft-target","temperature":1}]"""];

    [Fact]
    public void The_student_learns_from_the_file_and_the_teacher_is_not_measured_where_it_has_no_rows()
    {
        using var folder = new TemporaryFolder();
        folder.File("logits.csv", Logits);
        var watcher = new ListeningWatcher();
        var result = Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, AtFolder(folder));
        Assert.True(result.Find("student", "test", "accuracy") > 0.9);
        Assert.Null(result.Find("teacher", "test", "accuracy"));
        Assert.Single(watcher.Words, w => w.Contains("the teacher 'teacher' has no answer for some examples of 'test'", StringComparison.Ordinal));

        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, [.. AtFolder(folder), "distill.epochs=31"]);
        Assert.Contains("teacher", again.Stored);
        Stores.RequireValid(folder);
    }

    [Fact]
    public void Another_file_is_another_teacher()
    {
        using var folder = new TemporaryFolder();
        folder.File("logits.csv", Logits);
        Pipelines.Run(folder, Pipelines.Tiny, AtFolder(folder));
        folder.File("logits.csv", Logits.Replace("0,3,0", "0,4,0", StringComparison.Ordinal));
        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, AtFolder(folder));
        Assert.Equal(["data"], again.Stored);
    }

    [Fact]
    public void A_split_that_is_learned_from_without_rows_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.File("logits.csv", Logits.Replace("99,3,0,0\n", "", StringComparison.Ordinal));
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, AtFolder(folder)));
        Assert.Equal("1 of 40 examples of 'unlabelled' have no row: 99", error.Found);
    }

    // Paths of --set start from where the command was typed.
    private static string[] AtFolder(TemporaryFolder folder) => [.. Precomputed.Select(change => change.Replace("logits.csv", Path.Combine(folder.Path, "logits.csv"), StringComparison.Ordinal))];
}
