using System.Text.Json;

namespace PluginKd.Hosting.Tests;

/// <summary>Every loss and every model that is present trains: its loss stays finite and falls.</summary>
public class EveryPluginTests
{
    private const string Words = """{ "use": "generated-reviews", "train": 60, "unlabelled": 60, "validation": 20, "test": 20 }""";

    private const string Pairs = """{ "use": "generated-pairs", "train": 60, "unlabelled": 60, "validation": 20, "test": 20 }""";

    private const string Tags = """{ "use": "generated-tags", "train": 60, "validation": 20, "test": 20 }""";

    private const string Translations = """{ "use": "parallel-text", "path": "FOLDER", "train-source": "a.txt", "train-target": "b.txt", "test-source": "a.txt", "test-target": "b.txt", "pieces": 280, "min-count": 1 }""";

    private const string Translator = """{ "use": "encoder-decoder", "layers": 1, "decoder-layers": 1, "width": 16, "inner": 32, "pieces": 280, "min-count": 1 }""";

    private static readonly string[] Cnns =
        [.. new[] { "teacher.model", "distill.student" }.Select(place => $$"""{{place}}={"use":"cnn","channels":[4,6],"rows-as":[1,2,2]}""")];

    public static TheoryData<string> Losses => [.. Ids("loss")];

    public static TheoryData<string> Models => [.. Ids("model")];

    [Theory, MemberData(nameof(Losses))]
    public void A_loss_falls(string loss) => Falls(Pipelines.Tiny, loss switch
    {
        // Student and teacher are of different widths.
        "correlation-consecutive" => ["""distill.loss=[{"use":"correlation-consecutive","width":4}]"""],
        // Three classes of five subclasses.
        "subclass" => ["teacher.model.hidden=[15]", """distill.loss=[{"use":"subclass","subclasses":5,"teacher-signal":"embedding"}]"""],
        "subclass-auxiliary" => ["""distill.loss=[{"use":"subclass-auxiliary","signal":"logits"}]"""],
        "minilm" => Transformers("""{"use":"minilm","student-layer":0,"teacher-layer":1}"""),
        "minilm-relations" => Transformers("""{"use":"minilm-relations","student-layer":0,"teacher-layer":1,"heads":4}"""),
        "tinybert" => Transformers("""{"use":"tinybert","layers":[1]}"""),
        // Maps of two by two pixels.
        "attention-transfer" or "nst" or "vid" or "ab" or "hint" =>
            [$$"""distill.loss=[{"use":"{{loss}}","layers":{"student":"hidden.0","teacher":"hidden.0"} }]""", .. Cnns],
        "factor-transfer" => [$$"""distill.loss=[{"use":"{{loss}}","layers":{"student":"hidden.0","teacher":"hidden.0"},"paraphraser-epochs":2}]""", .. Cnns],
        "fsp" => [$$"""distill.loss=[{"use":"{{loss}}","layers":{"student":"hidden.0","student-next":"hidden.1","teacher":"hidden.0","teacher-next":"hidden.1"} }]""", .. Cnns],
        // Vectors of one width.
        "pkd" or "cosine" => [$$"""distill.loss=[{"use":"{{loss}}"}]""", "distill.student.hidden=[16]"],
        _ => [$$"""distill.loss=[{"use":"{{loss}}"}]"""],
    });

    [Theory, MemberData(nameof(Models))]
    public void A_student_of_a_model_learns(string model) => Falls(Pipelines.Tiny, model switch
    {
        "mlp" => [$$"""distill.student={"use":"{{model}}"}"""],
        // Two by two pixels.
        "cnn" or "resnet" => [$$"""distill.student={"use":"{{model}}","rows-as":[1,2,2]}"""],
        "dual-encoder" => [$"data={Pairs}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}","first":{"use":"ngram"} }""", "distill.epochs=6"],
        "fusion-encoder" => [$"data={Pairs}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}","width":16,"inner":32}""", "distill.epochs=6"],
        "lexical" => [$"data={Pairs}", $$"""teacher.model={"use":"{{model}}"}""", $$"""distill.student={"use":"{{model}}"}""", "distill.epochs=6"],
        "word-window" => [$"data={Tags}", """teacher.model={"use":"rnn"}""", $$"""distill.student={"use":"{{model}}"}""", "distill.epochs=6", """evaluate=[{"use":"span-f1"}]"""],
        "encoder-decoder" => [$"data={Translations}", $"teacher.model={Translator}", $"distill.student={Translator}", "distill.epochs=6", "leaks=allow"],
        _ => [$"data={Words}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}"}""", "distill.epochs=6"],
    });

    private static string[] Transformers(string loss) =>
    [
        $"data={Words}", """teacher.model={"use":"text-transformer","layers":2,"width":16,"inner":32,"heads":2}""", "teacher.epochs=2", "distill.epochs=6",
        """distill.student={"use":"text-transformer","layers":1,"width":8,"inner":16,"heads":2}""", $"distill.loss=[{loss}]",
    ];

    private static void Falls(string pipeline, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, words) in new[] { ("a.txt", "one two three"), ("b.txt", "eins zwei drei") })
            folder.File(name, string.Concat(Enumerable.Range(0, 60).Select(i => $"{words.Split(' ')[i % 3]} {words.Split(' ')[i / 3 % 3]} {i}\n")));
        var result = Pipelines.Run(folder, pipeline, [.. changes.Select(change => change.Replace("FOLDER", folder.Path, StringComparison.Ordinal))]);
        var losses = File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("stage").GetString() == "distill" && line.TryGetProperty("loss", out _))
            .Select(line => line.GetProperty("loss").GetDouble()).ToList();

        Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.True(losses[^1] < losses[0], $"first epoch {losses[0]}, last {losses[^1]}");
    }

    private static IEnumerable<string> Ids(string kind) => Pipelines.Catalog.Provided.Where(p => p.Kind == kind).Select(p => p.Id).Order(StringComparer.Ordinal);
}
