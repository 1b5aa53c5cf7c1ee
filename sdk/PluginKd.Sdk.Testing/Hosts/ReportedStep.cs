namespace PluginKd.Sdk.Testing;

/// <summary>A step that a plugin reported.</summary>
/// <param name="Moment">Epoch and step; the step counts the steps done.</param>
/// <param name="Examples">Examples in the step.</param>
/// <param name="Loss">The loss, read when it was reported.</param>
public sealed record ReportedStep(Moment Moment, long Examples, double Loss);

/// <summary>A number that a plugin kept.</summary>
/// <param name="Name">Such as <c>loss</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Step">Steps done.</param>
public sealed record ReportedMetric(string Name, double Value, long Step);
