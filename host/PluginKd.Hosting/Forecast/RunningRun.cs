using System.Globalization;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>A run as its folder tells of it to other processes.</summary>
/// <param name="Folder">The run folder.</param>
/// <param name="Pipeline">Name of the pipeline.</param>
/// <param name="Status"><c>running</c>, <c>complete</c>, <c>stopped</c>, <c>failed</c>, or <c>killed</c>: it did not come to write its end.</param>
/// <param name="Started">When it began.</param>
/// <param name="Stage">Stage that is at work, if one is.</param>
/// <param name="Progress">Where that stage stands, if it trains.</param>
public sealed record RunningRun(string Folder, string Pipeline, string Status, DateTimeOffset Started, string? Stage, StageStep? Progress)
{
    /// <summary>Looks at the runs of a project, the newest first.</summary>
    /// <param name="project">Folder in which <c>.kd</c> lies.</param>
    public static IEnumerable<RunningRun> In(string project) => EarlierRuns.Folders(project).Select(Read).OfType<RunningRun>();

    private static RunningRun? Read(string folder)
    {
        // In this order, because a run takes its status away after its record says how it ended.
        var live = EarlierRuns.Read(Path.Combine(folder, "status.json"));
        if (EarlierRuns.Read(Path.Combine(folder, "record.json")) is not { } record || EarlierRuns.Text(record["status"]) is not { } status || EarlierRuns.Text(record["pipeline"]) is not { } pipeline
            || !DateTimeOffset.TryParse(EarlierRuns.Text(record["started"]), CultureInfo.InvariantCulture, out var started)) return null;
        if (status == "running" && !IsAlive(live)) status = "killed";
        var isAtWork = status == "running" && EarlierRuns.Text(live!["stage"]) is not null;
        return new RunningRun(folder, pipeline, status, started, isAtWork ? $"{live!["stage"]} {live["plugins"]}" : null, isAtWork ? StepOf(live!) : null);
    }

    private static StageStep? StepOf(JsonObject live) => live["step"] is null ? null : new StageStep(
        new Moment(live["epoch"]!.GetValue<int>() - 1, live["epochs"]!.GetValue<int>(), live["step"]!.GetValue<long>(), live["steps"]!.GetValue<long>()),
        live["loss"]?.GetValue<double>() ?? double.NaN, live["examples-per-second"]!.GetValue<double>(), TimeSpan.FromSeconds(live["seconds-left"]!.GetValue<double>()));

    /// <summary>Numbers of processes are given again: one that began at another time is not this run.</summary>
    private static bool IsAlive(JsonObject? live) => EarlierRuns.Number(live?["process"]) is > 0 and < int.MaxValue and var id && ProcessIdentity.StartOf((int)id) is { } began && began == EarlierRuns.Text(live!["began"]);
}
