using System.CommandLine;
using PluginKd.Sdk.Testing;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins verify</c>: hashes again whatever may run here; exit code 3 on a difference.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Hash every plugin again and compare with kd.lock.json.");
        var unload = new Option<bool>("--unload") { Description = "Load every plugin as well, let it work on tiny data, unload it, and say what holds those that stay." };
        command.Options.Add(unload);
        command.SetAction(parsed => CommandLine.Guard(parsed, () => parsed.GetValue(unload)
            ? Math.Max(Verify(), Unload(CommandLine.Catalog(parsed)))
            : Verify()));
        return command;
    }

    private static int Unload(PluginCatalog catalog)
    {
        const int Cycles = 10;
        var worst = ExitCodes.Success;
        foreach (var package in catalog.Packages)
        {
            try
            {
                var report = UnloadProbe.Run(package, Cycles, PluginTrial.Run);
                Terminal.Out.WriteLine(report.Held == 0 ? $"unloads    {package.Id} {package.Version}"
                    : $"stays      {package.Id} {package.Version}: {report.Held} of {report.Cycles} loads are still in memory");
                foreach (var remark in report.Remarks) Terminal.Out.WriteLine($"           not used: {remark}");
                if (report.Held == 0) continue;
                foreach (var line in Holders(package)) Terminal.Out.WriteLine($"           {line}");
            }
            catch (UserErrorException error)
            {
                Terminal.Out.WriteLine($"refused    {error.Found}");
            }

            worst = ExitCodes.PluginFailed;
        }

        return worst;
    }

    private static IEnumerable<string> Holders(PluginManifest package)
    {
        try
        {
            return LeakExplainer.Explain(package).Select(path => $"held by {path}");
        }
        catch (UserErrorException error)
        {
            return [$"what holds it was not looked for: {error.Found}", $"needed: {error.Expected} in {error.Where}; {error.Fix}"];
        }
    }

    // Without development paths: nothing pins them.
    private static int Verify()
    {
        var (folder, store) = (Environment.CurrentDirectory, PluginStore.OfUser());
        var plugins = PluginVerifier.Verify(PluginCatalog.Discover(PluginRoots.From([], folder, store), store));
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
