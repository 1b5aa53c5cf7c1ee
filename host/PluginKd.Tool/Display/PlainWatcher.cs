using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PluginKd.Tool.Display;

/// <summary>Shows a run as lines for files and pipes: one when a stage starts and ends, one every five seconds between.</summary>
internal sealed class PlainWatcher(bool verbose) : IRunWatcher
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _sinceLine = new();

    public string Stage { get; private set; } = "";

    public ILogger Log { get; } = new TerminalLog(verbose);

    public void StageStarts(string stage, string plugin)
    {
        Stage = $"{stage} {plugin}";
        _sinceLine.Restart();
        Terminal.Out.WriteLine($"{stage,-9} {plugin} …");
    }

    public void Step(string stage, StageStep step)
    {
        if (_sinceLine.Elapsed < Pause) return;
        _sinceLine.Restart();
        Terminal.Out.WriteLine($"{stage,-9} {StageMeter.Text(step)}");
    }

    public void StageIsStored(string stage, string plugin, TimeSpan took, string summary) =>
        Terminal.Out.WriteLine($"{stage,-9} {plugin} from the store (made in {StageMeter.Duration(took)}): {summary}");

    public void Prints(string line) => Terminal.Out.WriteLine($"{Stage} prints: {line}");

    public void StageEnds(string stage, TimeSpan elapsed, string summary) =>
        Terminal.Out.WriteLine($"{stage,-9} done in {StageMeter.Duration(elapsed)}: {summary}");
}
