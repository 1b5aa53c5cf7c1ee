using System.Globalization;
using System.Text.Json;
using PluginKd.Torch;
using static TorchSharp.torch;

namespace PluginKd.Benchmarks;

/// <summary>Whether memory grows while training: 10,000 steps in dispose scopes, after some to warm up.</summary>
internal static class GrowthBenchmark
{
    private const int WarmUp = 1000;
    private const int Steps = 10_000;

    public static bool Compare(string device = "cpu")
    {
        var report = Peer.Ours("growth", device);
        var where = device == "cpu" ? "" : $" on {device}";
        var met = Verdict.AtMost($"resident memory grows in 10,000 steps{where}", report.Number("grown_mb"), 5, "MiB",
            string.Create(CultureInfo.InvariantCulture, $"{report.Number("before_mb"):0.0} to {report.Number("after_mb"):0.0} MiB"));
        return met & Verdict.AtMost($"live tensors more than before{where}", report.Number("tensors"), 0, "");
    }

    public static int RunOurs(string device)
    {
        set_default_device(device);
        using var run = NewDisposeScope();
        var net = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10));
        var optimizer = optim.Adam(net.parameters());
        var (x, y) = (rand(64, 64), randint(0, 10, [64]));
        Train(WarmUp);
        var (before, tensors) = (Resident(), TorchLibrary.LiveTensorCount);
        Train(Steps);
        var after = Resident();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["before_mb"] = before,
            ["after_mb"] = after,
            ["grown_mb"] = after - before,
            ["tensors"] = TorchLibrary.LiveTensorCount - tensors,
        }));
        return 0;

        void Train(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                using var scope = NewDisposeScope();
                net.zero_grad();
                nn.functional.cross_entropy(net.call(x), y).backward();
                optimizer.step();
            }
        }
    }

    private static double Resident() => double.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture)
        * Environment.SystemPageSize / (1 << 20);
}
