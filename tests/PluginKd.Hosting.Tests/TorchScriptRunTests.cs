namespace PluginKd.Hosting.Tests;

/// <summary>A module of TorchScript is stored, made again and learned from like any other teacher.</summary>
public class TorchScriptRunTests
{
    private static string Scripts => Path.Combine(Places.Repository, "tests", "PluginKd.Teachers.Tests", "scripts");

    // The module answers with the first three numbers; those of the tiny data are largest at the class.
    [Fact]
    public void A_student_learns_from_a_module_and_the_next_run_finds_it_in_the_store()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Scripts, "single.pt"), Path.Combine(folder.Path, "teacher.pt"));
        var teacher = $$"""teacher={"use":"torchscript","path":"{{folder.Path.Replace('\\', '/')}}/teacher.pt"}""";
        var result = Pipelines.Run(folder, Pipelines.Tiny, teacher);
        Assert.Equal(1.0, result.Find("teacher", "test", "accuracy"));
        Assert.True(result.Find("student", "test", "accuracy") > 0.9);

        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, teacher, "distill.loss.0.temperature=3");
        Assert.Contains("teacher", again.Stored);
        Stores.RequireValid(folder);
    }

    [Fact]
    public void A_module_for_other_classes_ends_the_run_in_the_rehearsal()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny,
            $$"""teacher={"use":"torchscript","path":"{{Scripts.Replace('\\', '/')}}/pair.pt"}"""));
        Assert.Equal("the logits of 2 examples are [2, 2]", error.Found);
        Assert.DoesNotContain(watcher.Stages, stage => stage.StartsWith("teacher", StringComparison.Ordinal));
    }
}
