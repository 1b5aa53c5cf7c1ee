using System.Diagnostics;
using System.Text.Json;
using static TorchSharp.torch;

namespace PluginKd.Benchmarks;

/// <summary>What one call of the smallest operator costs: the sum of two tensors of four numbers, its object and its end.</summary>
internal static class TinyAddBenchmark
{
    private const int Blocks = 60;
    private const int CallsABlock = 10_000;

    // The fastest of many short blocks is the one that nobody disturbed.
    private const string PythonSide = """
        import json, sys, time, torch
        torch.set_num_threads(1)
        a, b, best = torch.ones(4, device=sys.argv[3]), torch.ones(4, device=sys.argv[3]), 1e9
        def block(n):
            t = time.perf_counter_ns()
            for _ in range(n):
                c = a + b
            return (time.perf_counter_ns() - t) / n
        print(json.dumps(dict(ns=min(block(int(sys.argv[2])) for _ in range(int(sys.argv[1]))))))
        """;

    public static bool Compare(int rounds)
    {
        var (ours, theirs) = Measure("cpu", rounds);
        return Verdict.Ratio("tiny add, with object and dispose", ours, theirs, 0.85, "ns");
    }

    /// <summary>The same on another device, where Python's PyTorch sees it: what the call costs, not what the device takes for it.</summary>
    public static void Tell(string device, int rounds)
    {
        if (!BenchDevices.PythonHas(device))
            return;
        var (ours, theirs) = Measure(device, rounds);
        Verdict.Unbound($"tiny add on {device}", ours, theirs, "ns");
    }

    public static int RunOurs(string device)
    {
        set_default_device(device);
        set_num_threads(1);
        using var scope = NewDisposeScope();
        var (a, b) = (ones(4), ones(4));
        var best = double.MaxValue;
        for (var block = 0; block < Blocks; block++)
            best = Math.Min(best, Block(a, b));
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double> { ["ns"] = best }));
        return 0;
    }

    private static (List<double> Ours, List<double> Theirs) Measure(string device, int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            theirs.Add(Peer.Python("-c", PythonSide, $"{Blocks}", $"{CallsABlock}", device).Number("ns"));
            ours.Add(Peer.Ours("tiny-add", device).Number("ns"));
        }

        return (ours, theirs);
    }

    private static double Block(Tensor a, Tensor b)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < CallsABlock; i++)
            (a + b).Dispose();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / CallsABlock;
    }
}
