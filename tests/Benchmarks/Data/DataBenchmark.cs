using System.Diagnostics;
using System.Globalization;

namespace PluginKd.Benchmarks;

/// <summary>How fast sources read and tokenizers cut, on one thread, and what a source holds in memory while it reads a gigabyte.</summary>
internal static class DataBenchmark
{
    private const int Rows = 50_000;
    private const int FewRows = 5_000;
    private const int Texts = 20_000;
    private const int WordsOfText = 50;
    private const int Rounds = 5;

    /// <summary>Measures everything, or what has one of these words in its name.</summary>
    public static int Compare(IReadOnlyList<string> names)
    {
        TorchSharp.torch.set_num_threads(1);
        Console.WriteLine($"sources: rows and megabytes a second of a whole load, median of {Rounds}, one thread");
        Console.WriteLine($"  {"source",-28} {"rows",9} {"MB",7} {"rows/s",12} {"MB/s",8}");
        foreach (var sample in SourceSample.All.Where(sample => IsWanted(sample.Name))) Measure(sample);
        Console.WriteLine($"tokenizers: words a second from texts to numbers, median of {Rounds}, one thread");
        var met = TokenizerSpeed.All().Where(one => IsWanted(one.Name)).Select(one => AtLeast(one.Name, one.WordsASecond(Texts, WordsOfText, Rounds), one.Bound)).ToList();
        return met.TrueForAll(one => one) ? 0 : 1;

        bool IsWanted(string name) => names.Count == 0 || names.Any(word => name.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Loads a file of a gigabyte in a process of its own and looks at its memory.</summary>
    public static int Gigabyte(int megabytes)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "rows.tsv");
        var text = new RandomText();
        using (var writer = new StreamWriter(file))
        {
            var some = Enumerable.Range(0, 1000).Select(_ => text.Text(20)).ToArray();
            for (var row = 0L; writer.BaseStream.Position < 1_000_000L * megabytes; row++) writer.Write($"{row} {some[row % some.Length]}\t{row % 2}\n");
        }

        var watch = Stopwatch.StartNew();
        var (result, peak) = MemoryPeak.OfAsync(typeof(DataBenchmark).Assembly.Location, folder.Path, "read", folder.Path).GetAwaiter().GetResult();
        Console.WriteLine(result.Output + result.Error);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {new FileInfo(file).Length / 1e6:0} MB of tab-separated texts read in {watch.Elapsed.TotalSeconds:0} s, every text asked for once; peaks in MiB: anonymous {peak.Anonymous:0}, file-mapped {peak.FileMapped:0}"));
        return result.ExitCode;
    }

    /// <summary>One side of <see cref="Gigabyte"/>.</summary>
    public static int Read(string folder)
    {
        using var host = new KdTestHost();
        var data = new Data.Text.TextSource(new() { Train = ["rows.tsv"] }).Load(host.Stage with { BaseFolder = folder });
        var letters = ((TextInputs)data["train"].Inputs).Texts.Sum(text => (long)text.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {data["train"].Count:N0} rows, {letters:N0} letters"));
        return 0;
    }

    private static void Measure(SourceSample sample)
    {
        using var folder = new TemporaryFolder();
        var rows = sample.Name.StartsWith("image-folder", StringComparison.Ordinal) || sample.Name is "cifar" or "image-csv" or "image-captions, 5 each" ? FewRows : Rows;
        sample.Files(folder.Path, rows, new RandomText());
        var megabytes = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1e6;
        var seconds = Verdict.Median(Enumerable.Range(-1, Rounds + 1).Select(_ => Load(sample, folder.Path)).ToList().Skip(1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {sample.Name,-28} {rows,9:N0} {megabytes,7:0.0} {rows / seconds,12:N0} {megabytes / seconds,8:0.0}"));
    }

    private static double Load(SourceSample sample, string folder)
    {
        using var host = new KdTestHost();
        var watch = Stopwatch.StartNew();
        var data = sample.Source().Load(host.Stage with { BaseFolder = folder });
        return data.Splits.Sum(split => split.Count) > 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{sample.Name} read nothing");
    }

    private static bool AtLeast(string what, double value, double bound)
    {
        var met = value >= bound;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-44} {value,12:N0}   {(bound == 0 ? "" : $"must be ≥ {bound:N0}   {(met ? "met" : "MISSED")}")}"));
        return met;
    }
}
