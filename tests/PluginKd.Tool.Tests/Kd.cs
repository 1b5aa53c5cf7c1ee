using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PluginKd.Tool.Tests;

/// <summary>Types <c>dotnet kd …</c> in a folder.</summary>
internal static partial class Kd
{
    public const string TinyPipeline = """
        {
          "name": "tiny",
          "data": { "use": "tiny" },
          "teacher": { "use": "trained", "model": { "use": "mlp" }, "epochs": 10 },
          "distill": { "use": "offline", "student": { "use": "mlp", "hidden": [ 8 ] }, "loss": [ { "use": "soft-target", "temperature": 2 } ] },
          "evaluate": [ { "use": "classification" } ]
        }
        """;

    public static Task<ProcessResult> RunAsync(TemporaryFolder folder, params string[] arguments) =>
        ProcessResult.OfAsync(Places.Tool, folder.Path, arguments);

    /// <summary>The same with the test plugins at hand.</summary>
    public static Task<ProcessResult> RunWithTestPluginsAsync(TemporaryFolder folder, params string[] arguments) =>
        RunAsync(folder, [.. arguments, "--plugin-path", Places.TestPlugins]);

    /// <summary>Takes out what differs from run to run.</summary>
    public static string Scrub(string text, TemporaryFolder folder) =>
        Times().Replace(text.Replace(folder.Path, "{folder}", StringComparison.Ordinal).Replace(Places.Repository, "{repository}/", StringComparison.Ordinal), "{time}");

    /// <summary>Takes the frame from a table, and sizes, days and hashes besides what <see cref="Scrub"/> takes.</summary>
    public static string ScrubTable(string text, TemporaryFolder folder) =>
        string.Join('\n', Scrub(Measures().Replace(text, "{measure}"), folder).Split('\n').Where(line => !line.StartsWith('─')).Select(line => Gaps().Replace(line.Trim(), " | ")).Where(line => line != ""));

    /// <summary>What stands on standard error, but for what it says of the test plugins.</summary>
    public static string Message(ProcessResult result, TemporaryFolder folder) =>
        $"exit code {result.ExitCode}\n" + Scrub(string.Join('\n', result.Error.Split('\n').Where(line => !line.StartsWith("development: ", StringComparison.Ordinal))), folder);

    /// <summary>Starts it with the test plugins and comes back when it has written a line that begins so.</summary>
    public static async Task<Process> StartAsync(TemporaryFolder folder, string line, params string[] arguments)
    {
        var process = ProcessResult.Start(Places.Tool, folder.Path, [.. arguments, "--plugin-path", Places.TestPlugins]);
        string? read;
        do read = await process.StandardOutput.ReadLineAsync();
        while (read?.StartsWith(line, StringComparison.Ordinal) == false);
        Assert.True(read is not null, $"it ended before '{line}'");
        return process;
    }

    /// <summary>Looks again and again, for a minute at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, int seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed.TotalSeconds < seconds, $"it did not come to that in {seconds} s");
            await Task.Delay(100);
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)? ([KM]i)?B\b|\d{4}-\d\d-\d\d \d\d:\d\d|\b(?=[0-9]*[a-f])[0-9a-f]{12}\b|\b\d{12}\b")]
    private static partial Regex Measures();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\d+(\.\d+)? s\b|\d{8}-\d{6}")]
    private static partial Regex Times();
}
