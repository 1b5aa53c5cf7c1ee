using System.Diagnostics;
using PluginKd.Hosting;

namespace PluginKd.Benchmarks;

/// <summary>The promises of the plugin platform: starting, listing, checking, loading, unloading.</summary>
internal static class PluginBenchmark
{
    private const int Copies = 20;

    public static int Compare(int rounds)
    {
        Console.WriteLine($"plugin platform, {rounds} alternating rounds, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start");
        using var many = new TemporaryFolder();
        Fill(many);
        var met = Starts(rounds, many.Path);
        var fresh = Enumerable.Range(0, rounds).Select(_ => Peer.Ours("plugins", many.Path)).ToList();
        met &= Verdict.AtMost("link check of a plugin", Verdict.Median(fresh.Select(report => report.Number("link_ms"))), 1, "ms");
        met &= Verdict.AtMost($"{Copies} load contexts with their containers", Verdict.Median(fresh.Select(report => report.Number("contexts_ms"))), 50, "ms");
        met &= Verdict.AtMost("contexts left of 200 loads", fresh.Max(report => report.Number("held")), 0, "");
        return met ? 0 : 1;
    }

    /// <summary>One round in a process of its own, as cold as a command is.</summary>
    public static int RunOurs(string folder)
    {
        var packages = PluginCatalog.Discover([folder]).Packages;
        Missing(packages[0]);
        var link = Time(() => packages.Skip(1).Sum(package => Missing(package))) / (packages.Count - 1);
        using var loader = new PluginLoader();
        loader.TypeOf(packages[0].Provides[0]);
        var contexts = Time(() => packages.Sum(package => loader.TypeOf(package.Provides[0]).FullName!.Length)) * packages.Count / (packages.Count - 1);
        var held = UnloadProbe.Run(packages[0], 200, PluginTrial.Run).Held;
        Console.WriteLine(FormattableString.Invariant($$"""{"link_ms":{{link}},"contexts_ms":{{contexts}},"held":{{held}}}"""));
        return 0;
    }

    private static int Missing(PluginManifest package) => PluginChecks.FindMissing(package).Count;

    private static bool Starts(int rounds, string plugins)
    {
        var hello = Path.Combine(Places.Artifacts, "bin", "HelloWorld", Places.Configuration, "hello.dll");
        var (plain, help, list) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(Started(hello));
            help.Add(Started(Places.Tool, "--help"));
            list.Add(Started(Places.Tool, "plugins", "list", "--plugin-path", plugins));
        }

        return Verdict.Ratio("--help", help, plain, 2.5, "ms", "hello") & Verdict.Ratio($"plugins list with {Copies} more plugins", list, plain, 3, "ms", "hello");
    }

    private static double Started(string assembly, params string[] arguments) => Time(() =>
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    });

    private static double Time(Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Fill(TemporaryFolder folder)
    {
        for (var i = 0; i < Copies; i++)
        {
            folder.CopyOf(Path.Combine(Places.Plugins, "PluginKd.Losses.Logits"), $"copy{i}");
            var manifest = Path.Combine(folder.Path, $"copy{i}", "plugin.json");
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"pluginkd.losses.logits\"", $"\"copy{i}\"", StringComparison.Ordinal));
        }
    }
}
