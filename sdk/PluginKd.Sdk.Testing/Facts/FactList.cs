namespace PluginKd.Sdk.Testing;

/// <summary>All facts, by kind.</summary>
internal static class FactList
{
    /// <summary>Code of the fact that a plugin does its work at all.</summary>
    public const string Works = "KD5005";

    private static readonly FactDefinition[] OfEveryKind = [.. ClassFacts.All, .. QuietFacts.All, .. RepeatFacts.All];

    /// <summary>Facts of a kind, in the order of the codes.</summary>
    /// <param name="kind">Such as <c>loss</c>.</param>
    public static IReadOnlyList<FactDefinition> For(string kind) => [.. OfEveryKind, .. kind switch
    {
        "loss" => [.. LossFacts.All, .. LossBatchFacts.All, .. LossStateFacts.All],
        "model" => ModelFacts.All,
        "data" => DataFacts.All,
        "teacher" => [.. TrainingFacts.All, .. RestartFacts.All, .. TeacherFacts.All],
        "distill" => [.. TrainingFacts.All, .. RestartFacts.All, .. DistillFacts.All],
        "select" => SelectionFacts.OfSelectors,
        "augment" => SelectionFacts.OfAugmenters,
        "average" => AverageFacts.All,
        "evaluate" => EvaluationFacts.All,
        _ => Array.Empty<FactDefinition>(),
    }];
}
