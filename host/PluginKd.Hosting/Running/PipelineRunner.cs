using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Runs a checked pipeline: those stages whose results are not in the store, in order.</summary>
/// <remarks>One run at a time in a process, because libtorch's generator is the process's: a second waits for the first.</remarks>
/// <param name="plan">The checked pipeline.</param>
/// <param name="loader">Loads the plugins that it names.</param>
/// <param name="options">Folder, device, clock, the wish to stop.</param>
/// <param name="watcher">Who watches.</param>
public sealed class PipelineRunner(PipelinePlan plan, PluginLoader loader, RunOptions options, IRunWatcher watcher)
{
    private static readonly Lock OneAtATime = new();

    /// <summary>Runs the pipeline to its end.</summary>
    /// <returns>Where the results lie, and what they are.</returns>
    /// <exception cref="PipelineException">Plugins do not fit together, or not with the data.</exception>
    /// <exception cref="UserErrorException">An input is wrong, a plugin failed, or the run went wrong.</exception>
    /// <exception cref="OperationCanceledException">The person wished to stop.</exception>
    public RunResult Run()
    {
        lock (OneAtATime) return RunAlone();
    }

    private RunResult RunAlone()
    {
        var watch = Stopwatch.StartNew();
        var graph = StageGraph.Of(plan);
        using var store = ArtifactStore.Open((options.IsFresh ? StoreFolder.NewFresh(options.ProjectFolder) : StoreFolder.Of(options.ProjectFolder)).Path, watcher.Log);
        try
        {
            return RunWith(store, graph, watch);
        }
        finally
        {
            if (options.IsFresh) Directory.Delete(store.Folder.Path, recursive: true);
        }
    }

    private RunResult RunWith(ArtifactStore store, StageGraph graph, Stopwatch watch)
    {
        using var here = options.Isolation is null ? new StageExecutor(plan, loader, options, graph, store) : null;
        var folder = RunFolder.Create(plan, options);
        var executor = here as IStageExecutor ?? new IsolatedExecutor(options.Isolation!, plan, options, store, folder.File("pipeline.json"), TorchSharp.torch.get_num_threads());
        var record = new RunRecord(plan, options, folder);
        var status = new RunStatus(folder.File("status.json"), options.Clock);
        status.Starts();
        record.Write("running");
        try
        {
            using var events = new RunEvents(folder, watcher, status);
            var results = RunStages(graph, store, executor, events, record);
            var result = Export(folder, graph, store, results, watch.Elapsed);
            record.Write("complete");
            return result;
        }
        catch (Exception error)
        {
            record.TryWrite(error is OperationCanceledException ? "stopped" : "failed");
            throw;
        }
        finally
        {
            status.End();
        }
    }

    private Artifact RunStages(StageGraph graph, ArtifactStore store, IStageExecutor executor, RunEvents events, RunRecord record)
    {
        Artifact? last = null;
        foreach (var node in graph.Nodes)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            if (node.Slot == StageGraph.Rehearsal && !IsRehearsed(graph, store)) continue;
            var stored = store.Find(node.Key);
            if (stored is null) events.Starts(node);
            (last, var isMade) = stored is null ? executor.Run(node, events) : (stored, false);
            events.Ends(node, last, isStored: !isMade);
            record.Add(node, last, isStored: !isMade);
        }

        return last!;
    }

    /// <summary>A dry batch is worth its time before long work only.</summary>
    private static bool IsRehearsed(StageGraph graph, ArtifactStore store) =>
        graph.Nodes.Any(node => node.Slot is "teacher" or "baseline" or "distill" && !store.Has(node.Key));

    private static RunResult Export(RunFolder folder, StageGraph graph, ArtifactStore store, Artifact evaluated, TimeSpan elapsed)
    {
        var sources = graph.Nodes.Where(n => n.Slot is "teacher" or "baseline" || n.Name == graph.Student).Select(n => store.Find(n.Key)!);
        foreach (var (artifact, name) in sources.SelectMany(a => a.Record.Files.Keys.Where(IsNetwork).Select(name => (a, name))))
            folder.Copy(artifact.File(name), name);
        foreach (var node in graph.Nodes)
        {
            // What plugins leave beside the results lies in the run folder under the stage's name.
            foreach (var name in store.Find(node.Key)?.Record.Files.Keys.Where(IsOfPlugin) ?? [])
                folder.Copy(store.Find(node.Key)!.File(name), Path.Combine(node.Name, name[(StageFiles.Folder.Length + 1)..]));
        }

        var found = JsonNode.Parse(File.ReadAllText(evaluated.File(EvaluateStage.FileName)))!.AsObject();
        var result = new RunResult(folder.Path, elapsed, ResultsFile.ReadModels(found["models"]!.AsArray()), ResultsFile.Read(found["measurements"]!.AsArray()));
        found.Insert(0, "seconds", Math.Round(elapsed.TotalSeconds, 3));
        folder.WriteJson("results.json", found);
        return result;
    }

    private static bool IsOfPlugin(string file) => file.StartsWith(StageFiles.Folder + "/", StringComparison.Ordinal);

    private static bool IsNetwork(string file) => file.EndsWith(".safetensors", StringComparison.Ordinal) && file != DistillStage.AveragerFile && !file.Contains('/', StringComparison.Ordinal);
}
