namespace PluginKd.Hosting;

/// <summary>How far a stage that trains has come.</summary>
/// <param name="Moment">Epoch and step.</param>
/// <param name="Loss">Loss of the last step.</param>
/// <param name="ExamplesPerSecond">Pace since its first step.</param>
/// <param name="Left">Time that the rest takes at this pace.</param>
public readonly record struct StageStep(Moment Moment, double Loss, double ExamplesPerSecond, TimeSpan Left);
