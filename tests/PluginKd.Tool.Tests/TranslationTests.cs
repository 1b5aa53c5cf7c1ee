using System.Text.Json;

namespace PluginKd.Tool.Tests;

/// <summary>From files to what a student writes: pieces, stored soft targets of tokens, search, BLEU.</summary>
public class TranslationTests
{
    private static readonly (string Text, string Translation)[] Words = [("one", "eins"), ("two", "zwei"), ("three", "drei"), ("four", "vier"), ("five", "fünf"), ("dog", "Hund"), ("cat", "Katze")];

    private const string Pipeline = """
        {
          "name": "backwards", "seed": 1, "leaks": "drop", "teacher-signals": "top-8",
          "data": { "use": "parallel-text", "train-source": "train.en", "train-target": "train.de", "test-source": "test.en", "test-target": "test.de", "pieces": 320, "min-count": 1 },
          "teacher": { "use": "trained", "model": MODEL, "batch-size": 32, "epochs": 15, "optimizer": { "learning-rate": 0.005, "schedule": "linear" } },
          "distill": { "use": "offline", "student": MODEL, "loss": [ { "use": "soft-target", "temperature": 1 } ], "batch-size": 32, "epochs": 15, "optimizer": { "learning-rate": 0.005, "schedule": "linear" } },
          "evaluate": [ { "use": "bleu", "beam": 2 } ]
        }
        """;

    private const string Model = """{ "use": "encoder-decoder", "layers": 1, "decoder-layers": 1, "width": 32, "inner": 64, "pieces": 320, "min-count": 1, "dropout": 0 }""";

    // Words of one language, backwards in the other: 800 of the 2,800 sequences of up to four words, of which 100 are for the test.
    [Fact]
    public async Task A_student_learns_to_write_from_stored_soft_targets()
    {
        using var folder = new TemporaryFolder();
        var sentences = Sentences(folder);
        folder.File("p.json", Pipeline.Replace("MODEL", Model, StringComparison.Ordinal));

        var result = await Kd.RunAsync(folder, "run", "p.json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var file = Directory.EnumerateFiles(Path.Combine(folder.Path, ".kd", "runs"), "results.json", SearchOption.AllDirectories).Single();
        var measurements = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("measurements").EnumerateArray().ToList();
        Assert.Equal(["teacher", "student"], measurements.Select(m => m.GetProperty("model").GetString()!));
        foreach (var measured in measurements)
        {
            var bleu = measured.GetProperty("metrics")[0];
            Assert.Equal("bleu", bleu.GetProperty("name").GetString());
            Assert.InRange(bleu.GetProperty("value").GetDouble(), 80, 100);
            var first = measured.GetProperty("tables")[0].GetProperty("rows")[0].EnumerateArray().Select(cell => cell.GetString()!).ToArray();
            Assert.Equal(sentences[^100], (first[0], first[1]));
        }
    }

    private static List<(string Text, string Translation)> Sentences(TemporaryFolder folder)
    {
        var all = Enumerable.Range(1, 4).SelectMany(Sequences).Select(words => (Text: string.Join(' ', words.Select(w => w.Text)), Translation: string.Join(' ', words.Reverse().Select(w => w.Translation)) + ".")).ToList();
        // Every third or fourth of them, in no order.
        var some = all.Select((pair, i) => (pair, Order: i * 7919 % all.Count)).OrderBy(item => item.Order).Take(800).Select(item => item.pair).ToList();
        Write("train", some.Take(700));
        Write("test", some.Skip(700));
        return some;

        void Write(string name, IEnumerable<(string Text, string Translation)> pairs)
        {
            folder.File($"{name}.en", string.Join('\n', pairs.Select(pair => pair.Text)));
            folder.File($"{name}.de", string.Join('\n', pairs.Select(pair => pair.Translation)));
        }

        static IEnumerable<(string Text, string Translation)[]> Sequences(int length) =>
            length == 0 ? [[]] : Sequences(length - 1).SelectMany(start => Words.Select(word => ((string Text, string Translation)[])[.. start, word]));
    }
}
