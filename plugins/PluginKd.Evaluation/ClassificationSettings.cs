namespace PluginKd.Evaluation;

/// <summary>What F1 is made of.</summary>
public sealed record ClassificationSettings
{
    /// <summary>Classes that macro-F1 and micro-F1 leave out, such as the one that says that there is nothing.</summary>
    public IReadOnlyList<string> F1Without { get; init; } = [];
}
