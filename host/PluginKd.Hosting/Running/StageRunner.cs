using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;

namespace PluginKd.Hosting;

/// <summary>Runs one stage after the other: its seed, its folders, its time, and whose fault it is when it fails.</summary>
internal sealed class StageRunner(PipelinePlan plan, PluginLoader loader, RunOptions options, IRunWatcher watcher, StageMetrics metrics, RunFolder folder)
{
    /// <summary>Runs a stage.</summary>
    /// <param name="name">Such as <c>teacher</c>.</param>
    /// <param name="plugin">Ids of the plugins at work.</param>
    /// <param name="work">What it does.</param>
    /// <param name="summary">What came of it, one line.</param>
    /// <param name="seedName">What its seed is derived from, when that is not its name.</param>
    public T Run<T>(string name, string plugin, Func<StageContext, T> work, Func<T, string> summary, string? seedName = null)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        watcher.StageStarts(name, plugin);
        var watch = Stopwatch.StartNew();
        using var files = new StageFiles(folder.Path, name);
        using var stuck = new StuckWatch(options, watcher.Log, name, plugin);
        var result = Guard(plugin, $"stage '{name}'", () =>
        {
            using var reflection = Enter(name);
            var stage = Context(name, seedName) with { Files = files };
            // What a stage draws from libtorch's generator must not depend on what the stages before it drew.
            stage.SeedTensors("stage");
            return work(stage);
        });
        files.Keep();
        metrics.Add(name, "time-s", watch.Elapsed.TotalSeconds, 0);
        watcher.StageEnds(name, watch.Elapsed, summary(result));
        return result;
    }

    /// <summary>Everything but folders, for work between stages.</summary>
    public StageContext Context(string name, string? seedName = null) => new()
    {
        Name = name,
        StageSeed = Seeds.Derive(plan.Seed, seedName ?? name),
        BaseFolder = plan.Folder,
        Device = options.Device,
        Log = watcher.Log,
        Clock = options.Clock,
        Cancellation = options.Cancellation,
        Progress = new StageProgress(name, watcher, metrics),
    };

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

    // What a plugin's dependencies look up by name is looked for among the plugin's own assemblies.
    private AssemblyLoadContext.ContextualReflectionScope Enter(string name)
    {
        var parts = name.Split('.');
        return loader.Enter(plan.In(parts[0])[parts is [_, var index] ? int.Parse(index, CultureInfo.InvariantCulture) : 0].Plugin);
    }

    private sealed class StageProgress(string stage, IRunWatcher watcher, StageMetrics metrics) : IStageProgress
    {
        public void Step(in StepReport step) => watcher.Step(stage, step);

        public void Metric(string name, double value, long step) => metrics.Add(stage, name, value, step);
    }
}
