using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins remove ID</c>: unpins; the store keeps the bytes, which other projects may use.</summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of a package that kd.lock.json pins." };
        var command = new Command("remove", "Unpin a plugin in this project; the store keeps it.") { id };
        command.SetAction(parsed => CommandLine.Guard(parsed, () => Remove(parsed.GetValue(id)!)));
        return command;
    }

    private static int Remove(string id)
    {
        var pins = PluginLock.Read(Environment.CurrentDirectory);
        if (pins.Find(id) is not { } pin)
            throw new UserErrorException($"{PluginLock.FileName} does not pin '{id}'", "the id of a package that is pinned here",
                Path.Combine(Environment.CurrentDirectory, PluginLock.FileName),
                pins.Plugins.Count == 0
                    ? "nothing is pinned here: change to the project's folder"
                    : NearestName.Hint(id, [.. pins.Plugins.Select(p => p.Id)]));
        pins.Without(id).Write(Environment.CurrentDirectory);
        Terminal.Out.WriteLine($"{PluginLock.FileName} pins {pin.Id} {pin.Version} no longer");
        Terminal.Out.WriteLine($"the store keeps its files, for other projects: {PluginStore.OfUser().FolderOf(pin)}");
        return ExitCodes.Success;
    }
}
