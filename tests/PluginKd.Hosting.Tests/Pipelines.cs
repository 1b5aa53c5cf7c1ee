using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Hosting.Tests;

/// <summary>Runs pipelines of the tests.</summary>
internal static class Pipelines
{
    /// <summary>A pipeline on the tiny test data that takes a fraction of a second.</summary>
    public const string Tiny = """
        {
          "name": "tiny", "seed": 3,
          "data": { "use": "tiny" },
          "teacher": { "use": "trained", "model": { "use": "mlp", "hidden": [ 16 ] }, "epochs": 30, "batch-size": 16, "optimizer": { "learning-rate": 0.01 } },
          "distill": { "use": "offline", "student": { "use": "mlp", "hidden": [ 8 ] }, "epochs": 30, "batch-size": 16, "optimizer": { "learning-rate": 0.01 },
                       "loss": [ { "use": "soft-target", "weight": 0.9, "temperature": 2 }, { "use": "cross-entropy", "weight": 0.1 } ] },
          "average": { "use": "last" },
          "evaluate": [ { "use": "classification" } ]
        }
        """;

    public static PluginCatalog Catalog { get; } = PluginCatalog.Discover([Places.TestPlugins, Places.Plugins]);

    public static PipelineFile File(TemporaryFolder folder, string json, params string[] changes)
    {
        var file = PipelineFile.Read(folder.File("pipeline.json", json));
        foreach (var change in changes) file.Set(change);
        return file;
    }

    public static PipelinePlan Check(string json, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        return PipelinePlan.Check(File(folder, json, changes), Catalog);
    }

    public static RunResult Run(TemporaryFolder folder, string json, params string[] changes) =>
        Run(folder, new CollectingWatcher(), CancellationToken.None, json, changes);

    public static RunResult Run(TemporaryFolder folder, IRunWatcher watcher, CancellationToken stop, string json, params string[] changes)
    {
        using var loader = new PluginLoader();
        var plan = PipelinePlan.Check(File(folder, json, changes), Catalog, folder.Path);
        return new PipelineRunner(plan, loader, new RunOptions { ProjectFolder = folder.Path, Cancellation = stop }, watcher).Run();
    }
}

/// <summary>Keeps what a run reports.</summary>
internal class CollectingWatcher : IRunWatcher
{
    public List<string> Stages { get; } = [];

    public Dictionary<string, string> Summaries { get; } = [];

    public ILogger Log => NullLogger.Instance;

    public void StageStarts(string stage, string plugin) => Stages.Add($"{stage}: {plugin}");

    public virtual void Step(string stage, StageStep step)
    {
        // Steps are looked at by those who derive.
    }

    public List<string> Stored { get; } = [];

    public void Prints(string line) => Stages.Add($"prints: {line}");

    public void StageEnds(string stage, TimeSpan elapsed, string summary) => Summaries[stage] = summary;

    public void StageIsStored(string stage, string plugin, TimeSpan took, string summary)
    {
        Stored.Add(stage);
        Summaries[stage] = summary;
    }
}
