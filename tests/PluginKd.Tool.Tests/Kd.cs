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

    [GeneratedRegex(@"\d+(\.\d+)? s\b|\d{8}-\d{6}")]
    private static partial Regex Times();
}
