using System.CommandLine;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd stage</c>: one stage of <c>run --isolate</c>, told on standard input what to do. Not for people, so it is not listed.</summary>
internal static class StageCommand
{
    public static Command Create()
    {
        var command = new Command("stage", "One stage of `run --isolate`.") { Hidden = true };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            // A plugin that reads the console would take away the host's words.
            var requests = Console.In;
            Console.SetIn(TextReader.Null);
            return StageChild.Run(requests, Console.Out, CommandLine.Catalog(parsed), show => new Display.PluginConsole(show));
        }));
        return command;
    }

    /// <summary>Says how this tool is started again for a stage, with the same plugins in reach.</summary>
    public static StageProcess Process(ParseResult parsed)
    {
        var self = Environment.ProcessPath!;
        var assembly = System.Reflection.Assembly.GetEntryAssembly()!.Location;
        // Started as `dotnet dotnet-kd.dll`, or by an executable of its own.
        string[] start = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [assembly, "stage"] : ["stage"];
        return new StageProcess(self, [.. start, .. (parsed.GetValue(CommandLine.PluginPath) ?? []).SelectMany(path => new[] { "--plugin-path", path })]);
    }
}
