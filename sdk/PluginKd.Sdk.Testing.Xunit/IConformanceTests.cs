namespace PluginKd.Sdk.Testing;

/// <summary>A test class that says what is checked; so the runner can ask before it runs anything.</summary>
internal interface IConformanceTests
{
    /// <summary>The plugin and what its author says about it.</summary>
    ConformanceSubject Subject { get; }
}
