namespace PluginKd.Benchmarks;

/// <summary>The promises of the torch binding, one line each: measured, promised, met or missed.</summary>
internal static class TorchBenchmark
{
    public static int Compare(int rounds)
    {
        if (Places.Shared is null || !Peer.HasPython)
        {
            Console.WriteLine($"torch: skipped, needs {(Places.Shared is null ? "../shared" : "Debian's python3-torch")}");
            return 0;
        }

        Console.WriteLine($"torch binding, {rounds} alternating rounds, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start");
        var met = TinyAddBenchmark.Compare(rounds);
        met &= LoadBenchmark.Compare(rounds);
        met &= GrowthBenchmark.Compare();
        met &= EncoderBenchmark.Compare(rounds);
        foreach (var device in BenchDevices.Others)
        {
            TinyAddBenchmark.Tell(device, rounds);
            met &= GrowthBenchmark.Compare(device);
            EncoderBenchmark.Tell(device, rounds);
        }

        return met ? 0 : 1;
    }
}
