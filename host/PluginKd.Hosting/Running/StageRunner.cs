using System.Runtime.Loader;

namespace PluginKd.Hosting;

/// <summary>Gives a stage all that it may reach, and says whose fault it is when it fails.</summary>
internal sealed class StageRunner(PipelinePlan plan, PluginLoader loader, RunOptions options, IStageEvents events)
{
    /// <summary>Runs a stage in its work folder.</summary>
    /// <param name="node">The stage.</param>
    /// <param name="files">Its work folder.</param>
    /// <param name="work">What it does; gives a line about what came of it.</param>
    public string Run(StageNode node, WorkFolder files, Func<StageContext, string> work)
    {
        using var metrics = new StageMetrics(files.Metrics, events.Metric);
        using var stuck = new StuckWatch(options, events.Log, node.Name, node.Plugins);
        var summary = Guard(node.Plugins, $"stage '{node.Name}'", () =>
        {
            using var reflection = Enter(node);
            var stage = Context(node) with
            {
                Files = new StageFiles(files),
                Checkpoints = new StoredCheckpoints(files.Checkpoints, options, events.Log, metrics),
                Progress = new StageProgress(node.Name, options.Clock, events, metrics),
            };
            // What a stage draws from libtorch's generator must not depend on what the stages before it drew.
            stage.SeedTensors("stage");
            return work(stage) + metrics.Shares;
        });
        metrics.End();
        return summary;
    }

    /// <summary>The same stage with a seed of its own for one part of its work.</summary>
    public static StageContext For(StageContext stage, string part) => stage with { StageSeed = stage.Seed(part) };

    /// <summary>Runs the code of a plugin; what it throws is the plugin's fault, unless the machine or its files are to blame.</summary>
    public static T Guard<T>(string plugin, string where, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (PluginPinning.RefusalIn(error) is not null)
        {
            throw PluginPinning.RefusalIn(error)!;
        }
        catch (Exception error) when (error is OutOfMemoryException || error.Message.Contains("allocate memory", StringComparison.Ordinal))
        {
            throw new UserErrorException($"memory ran out: {error.Message.Split('\n')[0]}", "tensors that fit into memory", where,
                "lower batch-size or the widths of the models, or use a machine with more memory", error)
            {
                Kind = UserErrorKind.Run,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"a file cannot be used: {error.Message}", "a whole file that you may read, or room to write", where,
                "look at the file, its rights and the free space", error);
        }
        catch (Exception error) when (error is not (UserErrorException or PipelineException or OperationCanceledException))
        {
            throw new UserErrorException($"plugin '{plugin}' failed: {error.GetType().Name}: {error.Message}", "a stage that ends without an exception",
                where, "--verbose shows the stack; if the settings look right, report it to the plugin's author", error)
            {
                Kind = UserErrorKind.Plugin,
            };
        }
    }

    private StageContext Context(StageNode node) => new()
    {
        Name = node.Name,
        StageSeed = Seeds.Derive(plan.Seed, node.SeedName),
        BaseFolder = plan.Folder,
        Device = options.Device,
        Log = events.Log,
        Clock = options.Clock,
        Cancellation = options.Cancellation,
    };

    // What a plugin's dependencies look up by name is looked for among the plugin's own assemblies.
    private AssemblyLoadContext.ContextualReflectionScope? Enter(StageNode node) =>
        plan.In(node.Slot) is { Count: > 0 } uses ? loader.Enter(uses[node.Index].Plugin) : null;
}
