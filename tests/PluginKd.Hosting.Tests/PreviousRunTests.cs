namespace PluginKd.Hosting.Tests;

/// <summary>The student of one run teaches in the next.</summary>
public class PreviousRunTests
{
    [Fact]
    public void The_student_of_an_earlier_run_is_the_teacher_of_the_next_and_answers_as_it_did()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        string[] second = [$$"""teacher={"use":"previous","model":{"use":"mlp","hidden":[8]},"run":"{{first.Folder.Replace('\\', '/')}}"}"""];
        var next = Pipelines.Run(folder, Pipelines.Tiny, second);
        Assert.Equal(first.Find("student", "test", "accuracy"), next.Find("teacher", "test", "accuracy"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(first.Folder, "student.safetensors")).Length, File.ReadAllBytes(Path.Combine(next.Folder, "teacher.safetensors")).Length);

        // Of the run's folder only the network counts.
        File.AppendAllText(Path.Combine(first.Folder, "metrics.jsonl"), "\n");
        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, second);
        Assert.Contains("teacher", again.Stored);
    }

    [Fact]
    public void Another_model_is_refused_with_the_settings_to_write()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, $$"""teacher={"use":"previous","model":{"use":"cnn","rows-as":[1,2,2]},"run":"{{first.Folder.Replace('\\', '/')}}"}"""));
        Assert.Equal("the network is of the model 'mlp'", error.Found);
        Assert.StartsWith("""write "model": {"use":"mlp","hidden":[8]""", error.Fix, StringComparison.Ordinal);
    }
}
