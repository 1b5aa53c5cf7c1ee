using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Takes what stages tell: streams it to the run folder and hands it to whoever watches.</summary>
internal sealed class RunEvents : IStageEvents, IDisposable
{
    private readonly IRunWatcher _watcher;
    private readonly RunStatus _status;
    private readonly string _metrics;
    private readonly StreamWriter _lines;

    public RunEvents(RunFolder folder, IRunWatcher watcher, RunStatus status)
    {
        (_watcher, _status, _metrics) = (watcher, status, folder.File("metrics.jsonl"));
        _lines = new StreamWriter(_metrics, append: false, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        Board = new EventFile(folder.Path, folder.Started);
    }

    private EventFile Board { get; }

    /// <inheritdoc />
    public ILogger Log => _watcher.Log;

    /// <inheritdoc />
    public void Step(string stage, StageStep step)
    {
        _status.Step(stage, step);
        _watcher.Step(stage, step);
    }

    /// <inheritdoc />
    public void Metric(string line)
    {
        _lines.WriteLine(line);
        Board.Add(line);
    }

    /// <inheritdoc />
    public void Prints(string line) => _watcher.Prints(line);

    /// <summary>A stage begins.</summary>
    public void Starts(StageNode node)
    {
        _status.Starts(node.Name, node.Plugins);
        _watcher.StageStarts(node.Name, node.Plugins);
    }

    /// <summary>A stage has ended, or its result was there already.</summary>
    public void Ends(StageNode node, Artifact artifact, bool isStored)
    {
        var took = TimeSpan.FromSeconds(artifact.Record.Seconds);
        if (isStored)
        {
            // Its numbers are part of this run, too.
            if (artifact.Has("metrics.jsonl")) foreach (var line in File.ReadLines(artifact.File("metrics.jsonl"))) Metric(line);
            _watcher.StageIsStored(node.Name, node.Plugins, took, artifact.Record.Summary);
            return;
        }

        Metric(new JsonObject { ["stage"] = node.Name, ["step"] = 0, ["time-s"] = Math.Round(took.TotalSeconds, 3) }.ToJsonString());
        _watcher.StageEnds(node.Name, took, artifact.Record.Summary);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lines.Dispose();
        Board.Dispose();
    }
}
