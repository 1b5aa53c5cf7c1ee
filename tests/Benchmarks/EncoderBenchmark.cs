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
        var better = BlasKernels.Better;
        var given = Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE");
        var (plain, one, two) = (new Series("1 thread", 1), new Series("1 thread, best kernels", 1), new Series("2 threads, each at its best", 2));
        for (var round = 0; round < rounds; round++)
        {
            plain.Measure();
            BlasKernels.Ask(better ?? given);
            if (better is not null)
                one.Measure();
            two.Measure();
            BlasKernels.Ask(given);
        }

        Console.WriteLine($"  matrix kernels: {BlasKernels.Taken}{(better is null ? "" : $"; best: {better}, which this processor can run and OpenBLAS does not choose")}");
        var met = plain.Judge();
        met &= better is null || one.Judge();
        met &= two.Judge();
        var alone = better is null ? plain : one;
        return met & Verdict.AtMost("2 threads against our own 1", Verdict.Median(two.Ours.Zip(alone.Ours, (x, y) => x / y)), 1, "× one");
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

    private sealed class Series(string name, int threads)
    {
        private readonly List<double> _theirs = [];
        private double _apart;

        public List<double> Ours { get; } = [];

        public void Measure()
        {
            var python = Peer.Python(Path.Combine(Places.Shared!, "bench", "pytorch_encoder_step.py"), "--steps", $"{Steps}", "--threads", $"{threads}");
            var mine = Peer.Ours("encoder", $"{Steps}", $"{threads}");
            _theirs.Add(python.Number("median_ms"));
            Ours.Add(mine.Number("median_ms"));
            _apart = Math.Max(_apart, Apart(mine, python));
        }

        public bool Judge()
        {
            var met = Verdict.Ratio($"encoder step, {name}", Ours, _theirs, 0.90, "ms");
            return met & (threads > 1 || Verdict.AtMost("its first losses, largest relative difference", _apart * 1e7, 1, "× 1e-7"));
        }

        private static double Apart(JsonElement ours, JsonElement theirs) => ours.GetProperty("first_losses").EnumerateArray()
            .Zip(theirs.GetProperty("first_losses").EnumerateArray(), (a, b) => Math.Abs(a.GetDouble() / b.GetDouble() - 1)).Max();
    }
}
