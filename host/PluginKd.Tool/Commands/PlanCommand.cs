using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plan [FILE]</c>: what a run would do, and why; nothing is loaded or made.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var (file, set) = (PipelineArguments.File(), PipelineArguments.Set());
        var command = new Command("plan", "Show which stages a run would make anew, and why, with time, memory and disk of the last time.") { file, set };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var plan = PipelinePlan.Check(PipelineArguments.Read(parsed, file, set), CommandLine.Catalog(parsed));
            Show(StageForecast.Of(plan, new RunOptions()));
            return ExitCodes.Success;
        }));
        return command;
    }

    private static void Show(IReadOnlyList<StageForecast> stages)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("stage", "plugin", "run", "time", "memory", "disk", "why");
        foreach (var stage in stages)
        {
            var about = stage.IsOfAnother ? "about " : "";
            table.AddRow(new Text(stage.Stage), new Text(stage.Plugins), new Text(!stage.WillRun ? "stored" : stage.HasCheckpoint ? "goes on" : "yes"),
                new Text(!stage.WillRun ? "" : stage.Seconds is { } seconds ? about + StageMeter.Duration(TimeSpan.FromSeconds(seconds)) : "?"),
                new Text(!stage.WillRun ? "" : about + Bytes.Text(stage.PeakBytes)), new Text(about + Bytes.Text(stage.Bytes)), new Text(string.Join("; ", stage.Reasons)));
        }

        Terminal.Out.Write(table);
        var run = stages.Where(stage => stage.WillRun).ToList();
        var unknown = run.Count(stage => stage.Seconds is null);
        Terminal.Out.WriteLine(run.Count == 0 ? "everything is in the store: a run only copies it"
            : unknown == run.Count ? $"{run.Count} of {stages.Count} stages run; how long is not known, since none of them ever ran here"
            : $"{run.Count} of {stages.Count} stages run: about {StageMeter.Duration(TimeSpan.FromSeconds(run.Sum(stage => stage.Seconds ?? 0)))} by the last time"
              + (unknown == 0 ? "" : $", and {unknown} that never ran here"));
    }
}
