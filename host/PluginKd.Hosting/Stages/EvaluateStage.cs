using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Lets the evaluators measure every model on the test splits: the only stage that opens them.</summary>
internal static partial class EvaluateStage
{
    public const string FileName = "results.json";

    public static string Run(StageWork work)
    {
        var models = Models(work);
        var splits = SplitsToMeasure([.. work.Results.Sealed, .. work.Results.Bundle("data").Splits]);
        var found = splits.SelectMany(split => Measure(work, models, split)).ToList();
        var results = new JsonObject { ["models"] = ResultsFile.Write(models.Select(model => NetworkSize.Of(model.Name, work.Results.Network(model)))), ["measurements"] = ResultsFile.Write(found) };
        AtomicFile.Write(work.Files.File(FileName), results.ToJsonString(JsonText.Readable) + "\n");
        return $"{models.Count} models on {splits.Count} split{(splits.Count == 1 ? "" : "s")}";
    }

    /// <summary>The test splits with labels, or where there are none the validation splits.</summary>
    public static IReadOnlyList<Split> SplitsToMeasure(IReadOnlyList<Split> splits) => new[] { SplitRole.Test, SplitRole.Validation }
        .Select(role => splits.Where(s => s.Role == role && s.HasLabels).ToList())
        .FirstOrDefault(found => found.Count > 0) ?? [];

    private static List<StoredNetwork> Models(StageWork work)
    {
        var models = work.Results.Teachers.Keys.Select(name => new StoredNetwork("teacher", name)).ToList();
        if (work.Results.Graph.Find("baseline") is not null) models.Add(new StoredNetwork("baseline", "baseline"));
        models.Add(new StoredNetwork(work.Results.Graph.Student, "student"));
        return models;
    }

    private static IEnumerable<RunMeasurement> Measure(StageWork work, List<StoredNetwork> models, Split split)
    {
        using var scope = torch.NewDisposeScope();
        var found = new List<RunMeasurement>();
        bool Answers(StoredNetwork model, Split to) => model.Stage != "teacher" || work.Results.Network(model).CanAnswer(to.Inputs);
        foreach (var model in models.Where(model => !Answers(model, split))) Lacks(work.Stage.Log, model.Name, split.Name);
        var teacher = models[0].Stage == "teacher" && Answers(models[0], split) ? Logits(work, models[0], split, scope) : null;
        var validation = work.Results.Bundle("data").FindValidation();
        foreach (var model in models.Where(model => Answers(model, split)))
        {
            var chosenBy = validation is null || validation.Name == split.Name || !Answers(model, validation) ? null : new Lazy<ValidationScores>(() => new(validation, Logits(work, model, validation, scope)));
            var logits = model == models[0] && teacher is not null ? teacher : Logits(work, model, split, scope);
            for (var i = 0; i < work.Parts.Evaluators.Count; i++)
            {
                var stage = StageRunner.For(work.Stage, $"{PluginSeeds.NameOf(work.Plan, "evaluate", i)}/{model.Name}/{split.Name}");
                var context = new EvaluationContext(stage, work.Results.Network(model), split, work.Results.Classes, logits, teacher) { Validation = chosenBy };
                found.Add(new RunMeasurement(model.Name, split.Name, work.Parts.Name("evaluate", i), work.Parts.Evaluators[i].Measure(context)));
            }
        }

        return found;
    }

    // Teachers and baseline stay while students come and go: what they answer is kept.
    private static torch.Tensor Logits(StageWork work, StoredNetwork model, Split split, DisposeScope scope)
    {
        if (model.Stage != work.Results.Graph.Student)
            return split.RowsOfTargets(new StoredOutputs(work.Results, work.Stage).Open(model, SignalNames.Logits, split.Inputs, SignalFormat.Exact).ToTensor());
        var logits = Inference.Collect(work.Results.Network(model), split.Inputs, [SignalNames.Logits], work.Stage)[SignalNames.Logits];
        scope.Attach(logits);
        return split.RowsOfTargets(logits);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the teacher '{name}' has no answer for some examples of '{split}', so it is not measured there")]
    private static partial void Lacks(ILogger log, string name, string split);
}
