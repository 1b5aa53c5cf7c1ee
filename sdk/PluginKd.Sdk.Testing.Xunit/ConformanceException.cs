namespace PluginKd.Sdk.Testing;

/// <summary>A plugin does not keep a promise of its contract.</summary>
/// <param name="message">The fact, what was found, why it matters.</param>
public sealed class ConformanceException(string message) : Exception(message);

/// <summary>A fact could not be looked at; the runner shows the test as skipped.</summary>
/// <param name="reason">Why.</param>
internal sealed class FactSkippedException(string reason) : Exception(reason);
