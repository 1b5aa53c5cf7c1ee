using System.Diagnostics;

namespace PluginKd.Hosting;

/// <summary>Runs stages in this process, with plugins that are made once for all of them.</summary>
internal sealed class StageExecutor : IStageExecutor, IDisposable
{
    private readonly PipelinePlan _plan;
    private readonly PluginLoader _loader;
    private readonly RunOptions _options;
    private readonly RunParts _parts;
    private readonly StageResults _results;
    private bool _isChecked;

    /// <summary>Makes the plugins and looks whether they fit together.</summary>
    /// <exception cref="PipelineException">They do not.</exception>
    public StageExecutor(PipelinePlan plan, PluginLoader loader, RunOptions options, StageGraph graph, ArtifactStore store)
    {
        (_plan, _loader, _options) = (plan, loader, options);
        _parts = new RunParts(plan, loader);
        plan.Require(StageRunner.Guard("of the pipeline", "before the first stage", () => _parts.CheckSignals().ToList()));
        _results = new StageResults(plan, graph, store, _parts);
    }

    /// <inheritdoc />
    public (Artifact Result, bool IsMade) Run(StageNode node, IStageEvents events)
    {
        using var work = _results.Store.Begin(node.Key, node.Name, _options.Cancellation);
        if (_results.Store.Find(node.Key, isHeld: true) is { } stored) return (stored, false);
        if (node.Slot != "data") CheckData(node);
        var watch = Stopwatch.StartNew();
        // Plugins may remember: those of a stage begin without traces of the stages before it, which may have run in another process.
        var parts = new RunParts(_plan, _loader);
        var summary = new StageRunner(_plan, _loader, _options, events).Run(node, work, stage => new StageWork(node, _plan, parts, _results, stage, work).Run());
        _results.Graph.RequireSameFiles(node);
        return (work.Finish(node.Name, _plan.Name, node.Made, summary, watch.Elapsed, _options.Clock.GetUtcNow()), true);
    }

    /// <inheritdoc />
    public void Dispose() => _results.Dispose();

    /// <summary>Shows the plugins the data before anything is trained; those that may train on what an augmenter makes, when it is made.</summary>
    private void CheckData(StageNode node)
    {
        bool IsDistiller(string place) => place.StartsWith("distill", StringComparison.Ordinal) || place.StartsWith("baseline", StringComparison.Ordinal);
        var isAugmented = _parts.Augmenters.Count > 0;
        if (!_isChecked) Require(_results.Bundle("data"), place => !(isAugmented && IsDistiller(place)));
        if (isAugmented && node.Slot is "baseline" or "distill") Require(_results.Bundle(_results.Graph.LastBundle), IsDistiller);
        _isChecked = true;
    }

    private void Require(DataBundle data, Func<string, bool> isAsked) =>
        _plan.Require(StageRunner.Guard("of the pipeline", "when it was shown the data", () => _parts.CheckData(data, isAsked).ToList()));
}
