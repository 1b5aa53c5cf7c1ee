using System.Globalization;

namespace PluginKd.Tool.Tests;

/// <summary>The quick form of <c>./build.sh bench memory</c>.</summary>
public class BigDataTests
{
    // Ten times the examples. What may grow is what is held of each: label and index, of the split and of the transfer set, and a place in the order of an epoch.
    // Their inputs, encoded for the student and held in memory, make it grow by some 110 MiB.
    private const double MostGrown = 24;

    [Fact]
    public async Task Ten_times_the_examples_need_hardly_more_memory()
    {
        var few = await PeakAsync(10_000);
        var many = await PeakAsync(100_000);
        Assert.True(many.Anonymous - few.Anonymous <= MostGrown, string.Create(CultureInfo.InvariantCulture,
            $"anonymous memory grows from {few.Anonymous:0} to {many.Anonymous:0} MiB from 10,000 to 100,000 examples; at most {MostGrown} MiB more were wanted"));
    }

    private static async Task<MemoryPeak> PeakAsync(int unlabelled)
    {
        using var folder = new TemporaryFolder();
        var (result, peak) = await MemoryPeak.OfAsync(Places.Tool, folder.Path, "run", folder.File("big.json", BigPipeline.Of(unlabelled)));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return peak;
    }
}
