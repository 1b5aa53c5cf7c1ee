namespace PluginKd.Sdk;

/// <summary>The student after an optimiser step.</summary>
/// <param name="Student">The network in training.</param>
/// <param name="Moment">Where the run stands; <see cref="Moment.Step"/> counts the step just done, from 0.</param>
public readonly record struct TrainingStep(Network Student, Moment Moment);
