using System.Globalization;
using System.Text.Json;

namespace PluginKd.Benchmarks;

/// <summary>A pipeline of docs/pipelines on real data.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Metric">What is compared, such as <c>accuracy</c>.</param>
/// <param name="Sets">What says where the data lie; <c>@</c> stands for their folder.</param>
/// <param name="Linear">What makes the student that is trained alone a linear one.</param>
internal sealed record Sample(string Name, string Metric, string[] Sets, string[] Linear)
{
    private const string LinearImages = """{"use":"mlp","hidden":[]}""";
    private const string LinearWords = """{"use":"ngram","ngram":2,"width":2,"max-features":30000}""";

    private const string LinearTags = """distill.student={"use":"word-window"}""";

    // A bag of words and the pixels, each through one matrix.
    private const string LinearTowers = """distill.student={"use":"dual-encoder","first":{"use":"mlp","hidden":[]},"second":{"use":"ngram","ngram":1,"width":64},"width":64}""";

    private const string LexicalPairs = """baseline={"use":"offline","student":{"use":"lexical"},"loss":[{"use":"cross-entropy"}],"steps":500,"batch-size":64,"optimizer":{"learning-rate":0.05}}""";

    /// <summary>Every sample.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("sst2", "accuracy", ["data.path=@/sst2"], [$"baseline.student={LinearWords}"]),
        new("imdb", "accuracy", ["data.path=@/imdb"], [$"baseline.student={LinearWords}"]),
        new("blitzer", "accuracy", ["data.path=@/blitzer"], [$"baseline.student={LinearWords}"]),
        new("mnli", "accuracy", ["data.path=@/mnli_genre"], ["""distill.student={"use":"ngram","width":3}"""]),
        new("wikiqa", "map", ["data.path=@/wikiqa"], [LexicalPairs]),
        new("cranfield", "map", ["data.path=@/cranfield"], [LexicalPairs, "data.add-relevant=never"]),
        new("wikigold", "span-f1", ["data.path=@/bond_wikigold"], [LinearTags]),
        new("twitter-ner", "span-f1", ["data.path=@/bond_twitter"], [LinearTags]),
        new("flickr8k", "r@1/to-first", ["data.path=@/flickr8k32"], [LinearTowers]),
        new("multi30k", "bleu", ["data.path=@/multi30k"], []),
        new("digits", "accuracy", ["data.path=@/sklearn_digits/digits.csv.gz"], [$"baseline.student={LinearImages}"]),
        new("mnist", "accuracy", ["data.path=@/mnist"], [$"baseline.student={LinearImages}"]),
        new("mnist-to-usps", "accuracy", ["data.path=@"], [$"distill.student={LinearImages}"]),
        new("cifar10-resnet", "accuracy", ["data.path=@/cifar10", "teacher.path=@/cifar10_resnet_ckpt/resnet56-4bfd9763.safetensors"], [$"distill.student={LinearImages}"]),
        new("pacs", "accuracy", ["data.path=@/pacs32"], [$"distill.student={LinearImages}"]),
    ];

    /// <summary>Runs it in a new folder and gives what the models reached on each split, with seconds.</summary>
    /// <param name="data">Folder of the data sets.</param>
    /// <param name="more">Further settings.</param>
    public SampleResults Run(string data, IReadOnlyList<string> more)
    {
        var folder = Directory.CreateTempSubdirectory("kd-sample-");
        try
        {
            var file = Path.Combine(Places.Repository, "docs", "pipelines", $"{Name}.json");
            string[] sets = [.. Sets.Concat(more).SelectMany(set => new[] { "--set", set.Replace("@", data, StringComparison.Ordinal) })];
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [Places.Tool, "run", file, .. sets])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{Name} ended with {process.ExitCode}");
            return SampleResults.Read(Directory.EnumerateFiles(Path.Combine(folder.FullName, ".kd", "runs"), "results.json", SearchOption.AllDirectories).Single());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>What models reached.</summary>
/// <param name="Seconds">Of the run.</param>
/// <param name="Splits">Names of the splits.</param>
internal sealed record SampleResults(double Seconds, IReadOnlyList<string> Splits)
{
    private JsonElement _measurements;

    public static SampleResults Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        var measurements = root.GetProperty("measurements");
        return new(root.GetProperty("seconds").GetDouble(), [.. measurements.EnumerateArray().Select(m => m.GetProperty("split").GetString()!).Distinct()]) { _measurements = measurements };
    }

    /// <summary>One number, ratios in hundredths, or a stroke where there is none.</summary>
    public string Of(string model, string split, string metric) => Metrics(model, split).Where(m => m.GetProperty("name").GetString() == metric)
        .Select(m => ((m.GetProperty("unit").GetString() == "ratio" ? 100 : 1) * m.GetProperty("value").GetDouble()).ToString("0.0", CultureInfo.InvariantCulture)).FirstOrDefault("–");

    /// <summary>Share of the most frequent class of a split, in hundredths: the rows of the confusion table.</summary>
    public string Majority(string split)
    {
        var sizes = Of(split).SelectMany(m => m.GetProperty("tables").EnumerateArray()).Where(t => t.GetProperty("title").GetString()!.StartsWith("Confusion", StringComparison.Ordinal))
            .Select(t => t.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Skip(1).Sum(cell => double.Parse(cell.GetString()!, CultureInfo.InvariantCulture))).ToList()).FirstOrDefault();
        return sizes is null ? "–" : (100 * sizes.Max() / sizes.Sum()).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private IEnumerable<JsonElement> Metrics(string model, string split) =>
        Of(split).Where(m => m.GetProperty("model").GetString() == model).SelectMany(m => m.GetProperty("metrics").EnumerateArray());

    private IEnumerable<JsonElement> Of(string split) => _measurements.EnumerateArray().Where(m => m.GetProperty("split").GetString() == split);
}
