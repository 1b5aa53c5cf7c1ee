using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd status</c>: how far the runs of this folder have come, from any terminal.</summary>
internal static class StatusCommand
{
    private const int Shown = 10;

    public static Command Create()
    {
        var command = new Command("status", "Show the runs of this folder: those that go on with their progress, and the last that ended.");
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var runs = RunningRun.In(Environment.CurrentDirectory).Take(Shown).ToList();
            if (runs.Count == 0) Terminal.Out.WriteLine("no run has begun in this folder");
            foreach (var run in runs) Show(run);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static void Show(RunningRun run)
    {
        var more = run.Status switch
        {
            "running" => $"{run.Stage}{(run.Progress is { } step ? $"  {StageMeter.Text(step)}" : "")}",
            "killed" or "stopped" or "failed" => "`dotnet kd run` with the same pipeline goes on from the last checkpoint",
            _ => "",
        };
        Terminal.Out.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, run.Folder)}  {run.Status,-8}  {more}".TrimEnd());
    }
}
