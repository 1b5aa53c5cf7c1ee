using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace PluginKd.Benchmarks;

/// <summary>A training step of a small text encoder against pytorch_encoder_step.py, with one thread and with two.</summary>
internal static class EncoderBenchmark
{
    private const int Steps = 8;
    private const int WarmUp = 2;

    public static bool Compare(int rounds)
    {
        var script = Path.Combine(Places.Shared!, "bench", "pytorch_encoder_step.py");
        var (ours, theirs) = (new List<double>[3], new List<double>[3]);
        double apart = 0;
        for (var threads = 1; threads <= 2; threads++)
            (ours[threads], theirs[threads]) = ([], []);
        for (var round = 0; round < rounds; round++)
        {
            for (var threads = 1; threads <= 2; threads++)
            {
                var python = Peer.Python(script, "--steps", $"{Steps}", "--threads", $"{threads}");
                var mine = Peer.Ours("encoder", $"{Steps}", $"{threads}");
                theirs[threads].Add(python.Number("min_ms"));
                ours[threads].Add(mine.Number("min_ms"));
                if (threads == 1)
                    apart = Math.Max(apart, Apart(mine, python));
            }
        }

        var met = Verdict.Ratio("encoder step, 1 thread", ours[1], theirs[1], 0.90, "ms");
        met &= Verdict.AtMost("its first losses, largest relative difference", apart * 1e7, 1, "× 1e-7");
        met &= Verdict.Ratio("encoder step, 2 threads", ours[2], theirs[2], 0.90, "ms");
        return met & Verdict.AtMost("2 threads against our own 1", Verdict.Median(ours[2].Zip(ours[1], (two, one) => two / one)), 1, "× one");
    }

    public static int RunOurs(string steps, string threads)
    {
        set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        using var run = NewDisposeScope();
        var model = new EncoderModel();
        using var optimizer = optim.AdamW(model.Parameters, lr: 1e-4, weight_decay: 0.01);
        var (times, losses) = (new List<double>(), new List<double>());
        for (var step = 0; step < int.Parse(steps, CultureInfo.InvariantCulture) + WarmUp; step++)
        {
            var start = Stopwatch.GetTimestamp();
            using (NewDisposeScope())
            {
                // As Python's zero_grad(set_to_none=True).
                foreach (var parameter in model.Parameters)
                    parameter.grad = null;
                var loss = model.Loss();
                loss.backward();
                optimizer.step();
                losses.Add(loss.ToSingle());
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.RemoveRange(0, WarmUp);
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["engine"] = "pluginkd",
            ["threads"] = get_num_threads(),
            ["median_ms"] = Verdict.Median(times),
            ["min_ms"] = times.Min(),
            ["max_ms"] = times.Max(),
            ["cpu_s"] = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds,
            ["first_losses"] = losses.Take(5),
        }));
        return 0;
    }

    private static double Apart(JsonElement ours, JsonElement theirs) => ours.GetProperty("first_losses").EnumerateArray()
        .Zip(theirs.GetProperty("first_losses").EnumerateArray(), (a, b) => Math.Abs(a.GetDouble() / b.GetDouble() - 1)).Max();
}
