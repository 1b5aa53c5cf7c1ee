using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PluginKd.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace PluginKd.Benchmarks;

/// <summary>
/// A training step of a small text encoder against pytorch_encoder_step.py. With one thread three times: as `dotnet kd` runs it against Python as
/// it is installed, both with the matrix kernels that OpenBLAS takes by itself, and both with the fastest that the processor has.
/// </summary>
internal static class EncoderBenchmark
{
    private const int WarmUp = 2;

    public static bool Compare(int rounds)
    {
        var better = BlasKernels.Better;
        var given = Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE");
        var tool = new EncoderSeries("encoder step, 1 thread: (a) as dotnet kd, Python as installed", 1);
        var plain = new EncoderSeries("encoder step, 1 thread: (b) both with default kernels", 1);
        var best = new EncoderSeries("encoder step, 1 thread: (c) both with the fastest", 1);
        var two = new EncoderSeries("encoder step, 2 threads: both with the fastest", 2);
        for (var round = 0; round < rounds; round++)
        {
            var python = EncoderSeries.Python(1);
            tool.Add(EncoderSeries.Own(1, "fastest"), python);
            plain.Add(EncoderSeries.Own(1), python);
            BlasKernels.Ask(better ?? given);
            python = EncoderSeries.Python(1);
            best.Add(EncoderSeries.Own(1), python);
            python = EncoderSeries.Python(2);
            two.Add(EncoderSeries.Own(2), python);
            BlasKernels.Ask(given);
        }

        Console.WriteLine(better is null
            ? $"  matrix kernels: {BlasKernels.Taken}, chosen by OpenBLAS or the caller; (a), (b) and (c) are the same"
            : $"  matrix kernels: OpenBLAS takes {BlasKernels.Taken}; the fastest are {better}, which dotnet kd asks for");
        var met = tool.Judge();
        met &= plain.Judge();
        met &= best.Judge();
        met &= two.Judge();
        return met & Verdict.AtMost("2 threads against our own 1", Verdict.Median(two.Ours.Zip(best.Ours, (x, y) => x / y)), 1, "× one");
    }

    /// <summary>The same step on another device, against Python where its PyTorch sees the device, and else against our processor.</summary>
    public static void Tell(string device, int rounds)
    {
        var python = BenchDevices.PythonHas(device);
        var series = new EncoderSeries($"encoder step on {device}{(python ? "" : ", against our own cpu: Python sees no such device")}", 1);
        for (var round = 0; round < rounds; round++)
        {
            var other = python ? EncoderSeries.Python(1, device) : EncoderSeries.Own(1);
            series.Add(EncoderSeries.Own(1, device: device), other);
        }

        series.Tell();
    }

    public static int RunOurs(string steps, string threads, string kernels, string device)
    {
        if (kernels == "fastest")
            TorchLibrary.UseFastestKernels();
        set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        set_default_device(device);
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
}
