namespace PluginKd.Sdk.Testing;

/// <summary>Tests a plugin against the promises of its contract: derive, name the plugin, give settings; each fact shows as a test.</summary>
/// <remarks>Facts that do not apply to the plugin's kind do not show; waived ones show as skipped, with the reason.</remarks>
/// <typeparam name="TPlugin">The class with <c>[KdPlugin]</c>.</typeparam>
public abstract class KdConformance<TPlugin> : IConformanceTests
{
    /// <summary>Settings to check the plugin with; every fact looks at each in turn. Without any: the defaults.</summary>
    protected virtual object[] Settings => [];

    /// <summary>Facts that the plugin need not keep: code and reason.</summary>
    protected virtual Dictionary<string, string> Waivers => [];

    /// <inheritdoc cref="ConformanceSubject.Files" />
    protected virtual Dictionary<string, TestFile> Files => [];

    /// <inheritdoc cref="ConformanceSubject.Modality" />
    protected virtual Modality Modality => Modality.Rows;

    /// <inheritdoc cref="ConformanceSubject.SignalShapes" />
    protected virtual Dictionary<string, long[]> SignalShapes => [];

    /// <inheritdoc />
    ConformanceSubject IConformanceTests.Subject => Subject;

    private ConformanceSubject Subject => new()
    {
        Plugin = typeof(TPlugin),
        Settings = Settings,
        Waivers = Waivers,
        Files = Files,
        Modality = Modality,
        SignalShapes = SignalShapes,
    };

    /// <summary>Looks at one fact; called by the runner for each.</summary>
    /// <param name="code">Such as <c>KD5102</c>.</param>
    [ConformanceFacts]
    public void Conforms(string code)
    {
        var result = Conformance.Check(Subject, code);
        if (result.Outcome == FactOutcome.Failed)
            throw new ConformanceException($"{code} {result.Fact.Title}.\nfound: {result.Found}\nwhy it matters: {result.Fact.Why}");
        if (result.Outcome != FactOutcome.Passed) throw new FactSkippedException(result.Found);
    }
}
