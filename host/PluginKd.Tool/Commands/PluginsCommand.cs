using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins …</c>; <c>list</c> and <c>info ID</c> are here: from manifests alone, no plugin is loaded.</summary>
internal static class PluginsCommand
{
    public static Command Create()
    {
        var list = new Command("list", "List the plugins that are present, and where they were looked for.");
        list.SetAction(parsed => CommandLine.Guard(parsed, () => List(CommandLine.Catalog(parsed), CommandLine.Roots(parsed))));
        var id = new Argument<string>("id") { Description = "Id of a plugin, such as soft-target." };
        var info = new Command("info", "Show a plugin's settings with units, ranges and defaults.") { id };
        info.SetAction(parsed => CommandLine.Guard(parsed, () => Info(CommandLine.Catalog(parsed), parsed.GetValue(id)!)));
        return new Command("plugins", "List, describe, pack, install and verify plugins.")
        {
            list, info, PackCommand.Create(), AddCommand.Create(), RemoveCommand.Create(), RestoreCommand.Create(), VerifyCommand.Create(), WhyCommand.Create(), OutdatedCommand.Create(),
        };
    }

    private static int List(PluginCatalog catalog, IReadOnlyList<PluginRoot> roots)
    {
        var order = PluginKinds.ByContract.Values.ToList();
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("kind", "id", "what it does", "package");
        foreach (var plugin in catalog.Provided.OrderBy(p => order.IndexOf(p.Kind)).ThenBy(p => p.Id, StringComparer.Ordinal))
            table.AddRow(new Text(plugin.Kind), new Text(plugin.Id), new Text(plugin.Description), new Text($"{plugin.Package.Id} {plugin.Package.Version}"));
        Terminal.Out.Write(table);
        foreach (var root in roots) Terminal.Out.WriteLine($"looked in {root.Folder}{(Directory.Exists(root.Folder) ? "" : " (not there)")}");
        foreach (var package in catalog.Packages.Where(p => p.Root?.Kind == PluginRootKind.Project && !PluginPinning.IsPinned(p)))
            Terminal.Out.WriteLine($"not pinned, will not run: {package.Folder} (dotnet kd plugins add {Words.Typed(package.Folder)})");
        foreach (var broken in catalog.Broken) Terminal.Out.WriteLine($"broken: {broken.Folder}: {broken.Reason}");
        foreach (var hidden in catalog.Hidden)
            Terminal.Out.WriteLine($"hidden: {hidden.Kind} {hidden.Id} of {hidden.Package.Folder} by {catalog.Find(hidden.Kind, hidden.Id)!.Package.Folder}");
        foreach (var hidden in catalog.Shadowed) Terminal.Out.WriteLine($"hidden: {hidden.Hidden.Folder} by {hidden.Used.Folder}");
        return ExitCodes.Success;
    }

    private static int Info(PluginCatalog catalog, string id)
    {
        var found = catalog.Provided.Where(p => p.Id == id).ToList();
        if (found.Count == 0)
            throw new UserErrorException($"there is no plugin '{id}'", "the id of a plugin that is present", "plugins info", NearestName.Hint(id, [.. catalog.Provided.Select(p => p.Id).Distinct()]));
        foreach (var plugin in found) PluginPage.Show(plugin);
        return ExitCodes.Success;
    }
}
