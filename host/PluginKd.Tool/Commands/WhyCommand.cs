using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins why ID</c>: which root, which rule, which version, what it hides, where it is pinned.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of a plugin, such as soft-target, or of a package, such as acme.softkl." };
        var command = new Command("why", "Say why a plugin is the one that runs.") { id };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var pins = PluginLock.Read(Environment.CurrentDirectory);
            foreach (var origin in PluginOrigin.Find(parsed.GetValue(id)!, CommandLine.Catalog(parsed), pins, PluginStore.OfUser())) Show(origin);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static void Show(PluginOrigin origin)
    {
        var package = origin.Package;
        Terminal.Out.WriteLine($"{package.Id} {package.Version}");
        Terminal.Out.WriteLine($"  offers:  {string.Join(", ", package.Provides.Select(p => $"{p.Kind} {p.Id}"))}");
        Terminal.Out.WriteLine($"  folder:  {package.Folder}");
        Terminal.Out.WriteLine($"  root:    {package.Root?.Describe()}");
        Terminal.Out.WriteLine($"  rule:    {origin.Rule}");
        Terminal.Out.WriteLine($"  pinned:  {origin.Pinning}");
        foreach (var hidden in origin.Hides) Terminal.Out.WriteLine($"  hides:   {hidden}");
    }
}
