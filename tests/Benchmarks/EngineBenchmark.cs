using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;

namespace PluginKd.Benchmarks;

/// <summary>The promises of the engine: what it costs, what the caches save, how soon it starts, what it holds.</summary>
internal static class EngineBenchmark
{
    public static int Compare(int rounds)
    {
        Console.WriteLine($"engine, {rounds} alternating rounds, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start");
        return Digits(rounds) & SwapLoss(rounds, "") & SwapLoss(rounds, ", 12,000 steps", "--set", "distill.steps=12000") ? 0 : 1;
    }

    /// <summary>The hand-written C# loop, in a process of its own.</summary>
    public static int RunBare()
    {
        torch.set_num_threads(1);
        var (seconds, cpu, hash, examples) = new BareLoop(Path.Combine(Places.Shared!, "parity", "digits")).Run();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["train_s"] = seconds,
            ["samples_per_s"] = examples / seconds,
            ["train_cpu_s"] = cpu,
            ["peak_rss_mb"] = process.PeakWorkingSet64 >> 20,
            ["weights_sha256"] = hash,
        }));
        return 0;
    }

    /// <summary>Engine and hand-written loop in turn, in one process that has compiled both: what is left is what a step costs.</summary>
    public static int RunSteady()
    {
        const int WarmUp = 10, Pairs = 21;
        torch.set_num_threads(1);
        var folder = Path.Combine(Places.Shared!, "parity", "digits");
        var ratios = new List<double>();
        for (var pair = -WarmUp; pair < Pairs; pair++)
        {
            var engine = new ParityJob(folder, ParityTeacher.Cached).Run().Seconds;
            var bare = new BareLoop(folder).Run().Seconds;
            if (pair >= 0) ratios.Add(engine / bare);
        }

        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double> { ["ratio"] = Verdict.Median(ratios) }));
        return 0;
    }

    private static bool Digits(int rounds)
    {
        if (Places.Shared is null || !Peer.HasPython)
        {
            Console.WriteLine("  the digits job: skipped, needs ../shared and Debian's python3-torch");
            return true;
        }

        var (cached, online, bare, python, steady) = (new List<EngineRun>(), new List<EngineRun>(), new List<EngineRun>(), new List<EngineRun>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            cached.Add(Ours("job", "cached", "1"));
            bare.Add(Ours("bare"));
            steady.Add(Peer.Ours("steady").Number("ratio"));
            python.Add(EngineRun.Of("/usr/bin/python3", Path.Combine(Places.Shared, "bench", "pytorch_kd.py"), "--job", "digits", "--mode", "cached", "--threads", "1"));
            online.Add(Ours("job", "online", "1"));
        }

        List<double> Of(List<EngineRun> runs, Func<EngineRun, double> value) => [.. runs.Select(value)];
        double Pace(EngineRun run) => 1e6 / run.SamplesPerSecond;
        return Verdict.AtMost("digits, cached, against the bare C# loop, both compiled", Verdict.Median(steady), 1.02, "× bare", $"{steady.Min():0.00} to {steady.Max():0.00}")
            & Verdict.Ratio("the same in new processes, what is compiled in them included", Of(cached, Pace), Of(bare, Pace), 1.02, "µs a sample", "bare")
            & Verdict.Ratio("digits, cached, against PyTorch (1/1.25)", Of(cached, Pace), Of(python, Pace), 0.8, "µs a sample")
            & Verdict.Ratio("digits, cached against online (1/1.5)", Of(cached, Pace), Of(online, Pace), 1 / 1.5, "µs a sample", "online")
            & Verdict.Ratio("process start to first step, and end", Of(cached, r => r.StartUpSeconds * 1000), Of(python, r => r.StartUpSeconds * 1000), 0.8, "ms")
            & Verdict.Ratio("peak memory", Of(cached, r => r.PeakMegabytes), Of(python, r => r.PeakMegabytes), 1, "MiB");
    }

    /// <summary>The demo with another temperature: everything but the student, the average and the evaluation is in the store.</summary>
    private static bool SwapLoss(int rounds, string which, params string[] settings)
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, settings);
        var (whole, distill) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            Run(folder.Path, [.. settings, "--set", string.Create(CultureInfo.InvariantCulture, $"distill.loss.0.temperature={3 + (round * 0.5)}")]);
            whole.Add(watch.Elapsed.TotalMilliseconds);
            distill.Add(DistillSeconds(folder.Path) * 1000);
        }

        return Verdict.Ratio($"another loss{which}: the second run against its distill stage", whole, distill, 1.1, "ms", "distill");
    }

    private static EngineRun Ours(params string[] arguments) => EngineRun.Of(["dotnet", typeof(EngineBenchmark).Assembly.Location, .. arguments]);

    private static void Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Places.Tool, "run", .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"the run ended with {process.ExitCode}");
    }

    private static double DistillSeconds(string folder)
    {
        var last = Directory.EnumerateDirectories(Path.Combine(folder, ".kd", "runs")).Order(StringComparer.Ordinal).Last();
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(last, "record.json")));
        var stage = record.RootElement.GetProperty("stages").EnumerateArray().Single(s => s.GetProperty("stage").GetString() == "distill");
        return stage.GetProperty("stored").GetBoolean() ? throw new InvalidOperationException("the distill stage did not run") : stage.GetProperty("seconds").GetDouble();
    }
}
