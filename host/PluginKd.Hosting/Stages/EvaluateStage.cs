using System.Text.Json.Nodes;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Lets the evaluators measure every model on the test splits: the only stage that opens them.</summary>
internal static class EvaluateStage
{
    public const string FileName = "results.json";

    public static string Run(StageWork work)
    {
        var models = Models(work);
        var splits = SplitsToMeasure([.. work.Results.Sealed, .. work.Results.Bundle("data").Splits]);
        var found = splits.SelectMany(split => Measure(work, models, split)).ToList();
        var results = new JsonObject { ["models"] = ResultsFile.Write(models.Select(m => NetworkSize.Of(m.Name, m.Network))), ["measurements"] = ResultsFile.Write(found) };
        AtomicFile.Write(work.Files.File(FileName), results.ToJsonString(JsonText.Readable) + "\n");
        return $"{models.Count} models on {splits.Count} split{(splits.Count == 1 ? "" : "s")}";
    }

    /// <summary>The test splits with labels, or where there are none the validation splits.</summary>
    public static IReadOnlyList<Split> SplitsToMeasure(IReadOnlyList<Split> splits) => new[] { SplitRole.Test, SplitRole.Validation }
        .Select(role => splits.Where(s => s.Role == role && Array.Exists(s.Labels, l => l != Split.Unlabelled)).ToList())
        .FirstOrDefault(found => found.Count > 0) ?? [];

    private static List<(string Name, Network Network)> Models(StageWork work)
    {
        var models = work.Results.Teachers.Select(t => (t.Key, t.Value)).ToList();
        if (work.Results.Graph.Find("baseline") is not null) models.Add(("baseline", work.Results.Student("baseline")));
        models.Add(("student", work.Results.Student(work.Results.Graph.Student)));
        return models;
    }

    private static IEnumerable<RunMeasurement> Measure(StageWork work, List<(string Name, Network Network)> models, Split split)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor? teacher = null;
        var found = new List<RunMeasurement>();
        foreach (var (name, network) in models)
        {
            var logits = Inference.Collect(network, split.Inputs, [SignalNames.Logits], work.Stage)[SignalNames.Logits];
            if (work.Results.Teachers.ContainsKey(name)) teacher ??= logits;
            for (var i = 0; i < work.Parts.Evaluators.Count; i++)
                found.Add(new RunMeasurement(name, split.Name, work.Parts.Name("evaluate", i), work.Parts.Evaluators[i].Measure(new EvaluationContext(
                    StageRunner.For(work.Stage, $"{PluginSeeds.NameOf(work.Plan, "evaluate", i)}/{name}/{split.Name}"), network, split, work.Results.Classes, logits, teacher))));
            if (!ReferenceEquals(logits, teacher)) logits.Dispose();
        }

        teacher?.Dispose();
        return found;
    }
}
