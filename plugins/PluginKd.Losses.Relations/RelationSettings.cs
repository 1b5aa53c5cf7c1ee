namespace PluginKd.Losses.Relations;

/// <summary>Which signals of the two sides are compared.</summary>
public record RelationSettings
{
    /// <summary>Signal of the student, such as <c>embedding</c> or <c>hidden.2</c>; what an example has of it counts as one vector.</summary>
    public string Student { get; init; } = SignalNames.Embedding;

    /// <summary>Signal of the teacher.</summary>
    public string Teacher { get; init; } = SignalNames.Embedding;
}
