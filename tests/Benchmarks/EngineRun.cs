using System.Diagnostics;
using System.Text.Json;

namespace PluginKd.Benchmarks;

/// <summary>One run of one engine, as it reports it, with the start-up time that only the caller sees.</summary>
internal sealed record EngineRun(double SamplesPerSecond, double CpuSeconds, double StartUpSeconds, double PeakMegabytes, string WeightsHash)
{
    public static EngineRun Of(params string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
        return new EngineRun(report.GetProperty("samples_per_s").GetDouble(), report.GetProperty("train_cpu_s").GetDouble(),
            wall - report.GetProperty("train_s").GetDouble(), report.GetProperty("peak_rss_mb").GetDouble(), report.GetProperty("weights_sha256").GetString()!);
    }
}
