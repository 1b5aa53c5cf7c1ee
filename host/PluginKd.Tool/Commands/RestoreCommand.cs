using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins restore [--locked]</c>: fetches what the lock file names and the store lacks.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var locked = new Option<bool>("--locked") { Description = "Mend nothing and write no lock file: end on any difference. For builds on servers." };
        var source = FeedOptions.Source();
        var command = new Command("restore", "Fetch the plugins that kd.lock.json pins.") { locked, source };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var folder = Environment.CurrentDirectory;
            var fetched = new PluginRestore(folder, PluginStore.OfUser()).Run(parsed.GetValue(locked), new PackageFeed(folder, parsed.GetValue(source)));
            foreach (var pin in fetched) Terminal.Out.WriteLine($"fetched {pin.Id} {pin.Version}");
            Terminal.Out.WriteLine($"{PluginLock.Read(folder).Plugins.Count} pinned, {fetched.Count} fetched");
            return ExitCodes.Success;
        }));
        return command;
    }
}
