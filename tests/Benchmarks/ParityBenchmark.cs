using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;

namespace PluginKd.Benchmarks;

/// <summary>The digits job through the offline distiller and through a hand-written PyTorch loop, in alternation.</summary>
internal static class ParityBenchmark
{
    private const string Python = "/usr/bin/python3";

    public static int Compare(int rounds)
    {
        if (Places.Shared is null || !File.Exists(Python))
        {
            Console.WriteLine($"parity: skipped, needs {(Places.Shared is null ? "../shared" : "Debian's python3-torch")}");
            return 0;
        }

        var script = Path.Combine(Places.Shared, "bench", "pytorch_kd.py");
        foreach (var mode in new[] { "cached", "online" })
        {
            var ours = new List<EngineRun>();
            var theirs = new List<EngineRun>();
            for (var round = 0; round < rounds; round++)
            {
                theirs.Add(EngineRun.Of(Python, script, "--job", "digits", "--mode", mode, "--threads", "1"));
                ours.Add(EngineRun.Of("dotnet", typeof(ParityBenchmark).Assembly.Location, "job", mode, "1"));
            }

            Print(mode, ours, theirs);
        }

        return 0;
    }

    public static int RunJob(string mode, string threads)
    {
        torch.set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        var job = new ParityJob(Path.Combine(Places.Shared!, "parity", "digits"), mode == "online" ? ParityTeacher.Online : ParityTeacher.Cached);
        var outcome = job.Run();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["engine"] = "pluginkd",
            ["train_s"] = outcome.Seconds,
            ["samples_per_s"] = Math.Round(outcome.Examples / outcome.Seconds),
            ["train_cpu_s"] = outcome.CpuSeconds,
            ["peak_rss_mb"] = process.PeakWorkingSet64 >> 20,
            ["weights_sha256"] = outcome.WeightsHash,
        }));
        return 0;
    }

    private static void Print(string mode, List<EngineRun> ours, List<EngineRun> theirs)
    {
        Console.WriteLine($"digits, teacher {mode}, 1 thread, {ours.Count} alternating rounds (medians)");
        Console.WriteLine($"  {"",-22} {"PluginKd",12} {"PyTorch",12} {"ratio",8}");
        Row("samples a second", r => r.SamplesPerSecond);
        Row("CPU seconds", r => r.CpuSeconds);
        Row("start-up seconds", r => r.StartUpSeconds);
        Row("peak memory, MiB", r => r.PeakMegabytes);
        var same = ours.Concat(theirs).Select(r => r.WeightsHash).Distinct().Count() == 1;
        Console.WriteLine($"  final weights          {(same ? "bit-identical" : "differ")}");

        void Row(string what, Func<EngineRun, double> value)
        {
            var (a, b) = (Median(ours.Select(value)), Median(theirs.Select(value)));
            // The ratio is that of paired rounds, which share the machine's mood.
            var ratio = Median(ours.Zip(theirs, (o, t) => value(o) / value(t)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-22} {a,12:0.###} {b,12:0.###} {ratio,8:0.00}"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
