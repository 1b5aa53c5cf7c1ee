using System.Diagnostics;
using System.Globalization;

namespace PluginKd.Benchmarks;

/// <summary>Whether memory stays flat from 10,000 to 1,000,000 unlabelled examples: data, teacher, its signals on the disk, distillation, evaluation, as one command.</summary>
internal static class MemoryBenchmark
{
    // Per example the run may hold its label and index, those of the transfer set, and its place in the order of an epoch; and some for chance.
    private const double MostGrown = 80;

    public static int Compare(IReadOnlyList<int> counts)
    {
        Console.WriteLine("memory of `dotnet kd run` by unlabelled examples, peaks in MiB");
        Console.WriteLine($"  {"examples",12} {"anonymous",12} {"file-mapped",12} {"together",12} {"seconds",12}");
        var peaks = counts.Select(Measure).ToList();
        return Verdict.AtMost($"anonymous memory grows from {Text(counts[0])} to {Text(counts[^1])} examples", peaks[^1].Anonymous - peaks[0].Anonymous, MostGrown, "MiB") ? 0 : 1;
    }

    private static MemoryPeak Measure(int count)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("big.json", BigPipeline.Of(count));
        var watch = Stopwatch.StartNew();
        var (result, peak) = MemoryPeak.OfAsync(Places.Tool, folder.Path, "run", file).GetAwaiter().GetResult();
        if (result.ExitCode != 0) throw new InvalidOperationException($"the run of {Text(count)} examples ended with {result.ExitCode}\n{result.Output}{result.Error}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,12:N0} {peak.Anonymous,12:0} {peak.FileMapped,12:0} {peak.Resident,12:0} {watch.Elapsed.TotalSeconds,12:0}"));
        return peak;
    }

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
