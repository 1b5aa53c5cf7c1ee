using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins verify</c>: hashes again whatever may run here; exit code 3 on a difference.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Hash every plugin again and compare with kd.lock.json.");
        command.SetAction(parsed => CommandLine.Guard(parsed, Verify));
        return command;
    }

    private static int Verify()
    {
        var (folder, store) = (Environment.CurrentDirectory, PluginStore.OfUser());
        var catalog = PluginCatalog.Discover(PluginRoots.From([], folder, store), store);
        var plugins = PluginVerifier.Verify(catalog);
        foreach (var plugin in plugins) Terminal.Out.WriteLine($"{Word(plugin.State),-10} {plugin.Id} {plugin.Version}: {plugin.Remark}");
        var differences = plugins.Count(plugin => plugin.State != PluginState.Ok);
        Terminal.Out.WriteLine($"{plugins.Count} plugins, {(differences == 0 ? "all as they were pinned" : $"{differences} not as pinned")}");
        return differences == 0 ? ExitCodes.Success : ExitCodes.PluginFailed;
    }

    private static string Word(PluginState state) => state switch
    {
        PluginState.Ok => "ok",
        PluginState.Changed => "changed",
        PluginState.Missing => "missing",
        _ => "not pinned",
    };
}
