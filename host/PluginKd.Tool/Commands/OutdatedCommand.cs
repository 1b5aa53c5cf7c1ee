using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins outdated</c>: what is pinned beside the newest in the feeds.</summary>
internal static class OutdatedCommand
{
    public static Command Create()
    {
        var source = FeedOptions.Source();
        var prerelease = FeedOptions.Prerelease();
        var command = new Command("outdated", "Compare the pinned plugins with the newest in the feeds.") { source, prerelease };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var folder = Environment.CurrentDirectory;
            var plugins = PluginUpdates.Find(PluginLock.Read(folder), parsed.GetValue(prerelease), new PackageFeed(folder, parsed.GetValue(source)));
            if (plugins.Count == 0) Terminal.Out.WriteLine($"no {PluginLock.FileName} pins anything here");
            foreach (var plugin in plugins)
                Terminal.Out.WriteLine($"{plugin.Pin.Id} {plugin.Pin.Version}: " + (plugin.Newest is null ? "in no feed"
                    : plugin.IsNewer ? $"{plugin.Newest} in {plugin.Source} is newer (dotnet kd plugins add {plugin.Pin.Id}@{plugin.Newest})" : "newest"));
            return ExitCodes.Success;
        }));
        return command;
    }
}
