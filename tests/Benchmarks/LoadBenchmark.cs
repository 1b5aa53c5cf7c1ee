using System.Diagnostics;
using System.Text.Json;
using TorchSharp;

namespace PluginKd.Benchmarks;

/// <summary>How long a program waits for its first tensor; Python's figure stands beside it.</summary>
internal static class LoadBenchmark
{
    private const string PythonSide = """
        import json, time
        t = time.perf_counter()
        import torch
        torch.ones(1)
        print(json.dumps(dict(s=time.perf_counter() - t)))
        """;

    public static bool Compare(int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            theirs.Add(Peer.Python("-c", PythonSide).Number("s"));
            ours.Add(Peer.Ours("load").Number("s"));
        }

        return Verdict.AtMost("libtorch loaded, first tensor made", ours.Min(), 0.6, "s",
            string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"median {Verdict.Median(ours):0.00}; Python's fastest {theirs.Min():0.00}, median {Verdict.Median(theirs):0.00}"));
    }

    public static int RunOurs()
    {
        var start = Stopwatch.GetTimestamp();
        torch.ones(1).Dispose();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double> { ["s"] = Stopwatch.GetElapsedTime(start).TotalSeconds }));
        return 0;
    }
}
