namespace PluginKd.Sdk.Testing;

/// <summary>A fact and how it is looked at.</summary>
/// <param name="Fact">The promise.</param>
/// <param name="Look">Gives what was found, or ends with a <see cref="Verdict"/>.</param>
/// <param name="NeedsWork">Whether the plugin must do its work at all for this look to make sense.</param>
internal sealed record FactDefinition(ConformanceFact Fact, Func<ConformanceRun, string> Look, bool NeedsWork = true)
{
    public FactDefinition(string code, string title, string why, Func<ConformanceRun, string> look, bool needsWork = true)
        : this(new ConformanceFact(code, title, why), look, needsWork)
    {
    }
}
