using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>What a run would do with one stage, and what that took the last time.</summary>
/// <param name="Stage">Such as <c>teacher</c>.</param>
/// <param name="Plugins">Ids of the plugins at work.</param>
/// <param name="WillRun">Whether it runs; otherwise its result is in the store.</param>
/// <param name="Reasons">Why it runs: what has changed, old and new, since it last ran in a pipeline of this name.</param>
/// <param name="Seconds">Time that it took the last time, or null when nothing like it ran here.</param>
/// <param name="PeakBytes">Resident memory at its end the last time.</param>
/// <param name="Bytes">Size of its result, the last time when it runs.</param>
/// <param name="IsOfAnother">Whether these three are of another pipeline, with the same plugins and other settings or data.</param>
/// <param name="HasCheckpoint">Whether an interrupted run left a checkpoint to go on from.</param>
public sealed record StageForecast(
    string Stage, string Plugins, bool WillRun, IReadOnlyList<string> Reasons, double? Seconds, long? PeakBytes, long? Bytes, bool IsOfAnother, bool HasCheckpoint)
{
    /// <summary>Looks at every stage of a pipeline; loads no plugin and makes nothing.</summary>
    /// <param name="plan">The checked pipeline.</param>
    /// <param name="options">Folder with runs and store.</param>
    /// <exception cref="UserErrorException">A file that the settings name cannot be read.</exception>
    public static IReadOnlyList<StageForecast> Of(PipelinePlan plan, RunOptions options)
    {
        var graph = StageGraph.Of(plan);
        var store = StoreFolder.Of(options.ProjectFolder);
        var isTrained = graph.Nodes.Where(n => n.Slot is "teacher" or "baseline" or "distill").All(node => Stored(store, node) is not null);
        return [.. graph.Nodes.Where(n => n.Slot != StageGraph.Rehearsal || !isTrained).Select(node =>
        {
            if (Stored(store, node) is { } record) return new StageForecast(node.Name, node.Plugins, false, [], record.Seconds, record.PeakBytes, record.Bytes, false, false);
            var last = EarlierRuns.LastOf(options.ProjectFolder, plan.Name, node.Name);
            var measured = last ?? EarlierRuns.LastLike(options.ProjectFolder, node);
            return new StageForecast(node.Name, node.Plugins, true, Why(node, last),
                EarlierRuns.Number(measured?["seconds"]), (long?)EarlierRuns.Number(measured?["peak-bytes"]), (long?)EarlierRuns.Number(measured?["bytes"]),
                last is null && measured is not null, WorkFolder.HasCheckpoints(store.WorkOf(node.Key)));
        })];
    }

    /// <summary>What a result says of itself; one that cannot say it is made again.</summary>
    private static ArtifactRecord? Stored(StoreFolder store, StageNode node)
    {
        try
        {
            return ArtifactRecord.Read(store.Artifact(node.Key));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Why(StageNode node, JsonObject? last)
    {
        if (last is null) return ["it has not run here yet"];
        var differences = KeyParts.Differences(last["made"], node.Made).Select(Say).ToList();
        return differences.Count > 0 ? differences : ["its result is not in the store any more"];
    }

    private static string Say((string Place, string Old, string New) change) => change.Place.Split('.', 2) switch
    {
        ["inputs", var stage] => change.Old == "nothing" ? $"{stage} is new" : change.New == "nothing" ? $"{stage} is gone" : $"{stage} changes",
        ["plugins", var id] => change.Old == "nothing" ? $"plugin {id} is new" : change.New == "nothing" ? $"plugin {id} is gone" : $"the code of plugin {id} has changed ({change.Old} → {change.New})",
        ["files", var place] => $"the file of {place} has changed ({change.Old} → {change.New})",
        ["settings", var setting] => $"{setting}: {change.Old} → {change.New}",
        ["watched-by"] => change.New == "nothing" ? "no averager watches its steps any more" : change.Old == "nothing" ? "an averager watches its steps now" : $"another averager watches its steps: {change.Old} → {change.New}",
        ["watched-by", var setting] => $"the averager watches each step, average.{setting}: {change.Old} → {change.New}",
        _ => $"{change.Place}: {change.Old} → {change.New}",
    };
}
