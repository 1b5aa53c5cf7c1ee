using System.Text.Json;

namespace PluginKd.Hosting.Tests;

/// <summary>Every loss and every model that is present trains: its loss stays finite and falls.</summary>
public class EveryPluginTests
{
    private const string Words = """{ "use": "generated-reviews", "train": 60, "unlabelled": 60, "validation": 20, "test": 20 }""";

    private const string Pairs = """{ "use": "generated-pairs", "train": 60, "unlabelled": 60, "validation": 20, "test": 20 }""";

    public static TheoryData<string> Losses => [.. Ids("loss")];

    public static TheoryData<string> Models => [.. Ids("model")];

    [Theory, MemberData(nameof(Losses))]
    public void A_loss_falls(string loss) => Falls(Pipelines.Tiny, $$"""distill.loss=[{"use":"{{loss}}"}]""");

    [Theory, MemberData(nameof(Models))]
    public void A_student_of_a_model_learns(string model) => Falls(Pipelines.Tiny, model switch
    {
        "mlp" => [$$"""distill.student={"use":"{{model}}"}"""],
        // Two by two pixels.
        "cnn" or "resnet" => [$$"""distill.student={"use":"{{model}}","rows-as":[1,2,2]}"""],
        "dual-encoder" => [$"data={Pairs}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}","first":{"use":"ngram"} }""", "distill.epochs=6"],
        "fusion-encoder" => [$"data={Pairs}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}","width":16,"inner":32}""", "distill.epochs=6"],
        _ => [$"data={Words}", """teacher.model={"use":"ngram"}""", $$"""distill.student={"use":"{{model}}"}""", "distill.epochs=6"],
    });

    private static void Falls(string pipeline, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, pipeline, changes);
        var losses = File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("stage").GetString() == "distill" && line.TryGetProperty("loss", out _))
            .Select(line => line.GetProperty("loss").GetDouble()).ToList();

        Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.True(losses[^1] < losses[0], $"first epoch {losses[0]}, last {losses[^1]}");
    }

    private static IEnumerable<string> Ids(string kind) => Pipelines.Catalog.Provided.Where(p => p.Kind == kind).Select(p => p.Id).Order(StringComparer.Ordinal);
}
