using System.CommandLine;

namespace PluginKd.Tool.Commands;

/// <summary>Options of the commands that ask feeds.</summary>
internal static class FeedOptions
{
    public static Option<string?> Source() => new("--source") { Description = "A folder of packages or the address of a feed; the feeds of nuget.config without it." };

    public static Option<bool> Prerelease() => new("--prerelease") { Description = "Take prereleases for versions, too." };
}
