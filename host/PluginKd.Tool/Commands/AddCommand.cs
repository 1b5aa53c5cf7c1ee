using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins add ID[@VERSION] | FILE.nupkg | FOLDER</c>: into the user's store, and pinned in this project.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("plugin") { Description = "Id of a package, such as acme.softkl or acme.softkl@1.2.0; or a .nupkg file; or a built plugin's folder." };
        var source = FeedOptions.Source();
        var prerelease = FeedOptions.Prerelease();
        var command = new Command("add", "Install a plugin and pin it in kd.lock.json.") { what, source, prerelease };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var added = Add(parsed.GetValue(what)!, parsed.GetValue(source), parsed.GetValue(prerelease));
            Terminal.Out.WriteLine(added.Before is { } before && before != added.Pin
                ? $"{PluginLock.FileName} pins {added.Pin.Id} {added.Pin.Version} ({Content(added.Pin)}) in the place of {before.Version} ({Content(before)})"
                : $"{PluginLock.FileName} pins {added.Pin.Id} {added.Pin.Version} ({Content(added.Pin)})");
            Terminal.Out.WriteLine($"offers {string.Join(", ", added.Provides)}");
            Terminal.Out.WriteLine($"lies in {added.Folder}");
            return ExitCodes.Success;
        }));
        return command;
    }

    private static AddedPlugin Add(string what, string? source, bool prerelease)
    {
        var installer = new PluginInstaller(Environment.CurrentDirectory, PluginStore.OfUser());
        if (Directory.Exists(what)) return installer.AddFolder(what);
        if (File.Exists(what)) return installer.AddPackage(what);
        if (what.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || what.AsSpan().ContainsAny('/', '\\'))
            throw new UserErrorException($"there is no file or folder '{what}'", "a package, a built plugin's folder, or the id of a package", "plugins add",
                "correct the path; ls shows what is there");
        return what.Split('@') switch
        {
            [var id] => installer.AddFromFeed(id, null, prerelease, new PackageFeed(Environment.CurrentDirectory, source)),
            [var id, var version] => installer.AddFromFeed(id, version, prerelease, new PackageFeed(Environment.CurrentDirectory, source)),
            _ => throw new UserErrorException($"'{what}' has more than one '@'", "ID or ID@VERSION", "plugins add",
                "such as dotnet kd plugins add acme.softkl@1.2.0"),
        };
    }

    private static string Content(PluginPin pin) => $"content {pin.Content[..16]}";
}
