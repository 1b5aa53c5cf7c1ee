namespace PluginKd.Hosting;

/// <summary>What a run has found out.</summary>
/// <param name="Folder">The run folder.</param>
/// <param name="Elapsed">Time from the first stage to the last file.</param>
/// <param name="Models">Teacher, baseline, student: those that there are.</param>
/// <param name="Measurements">What each evaluator said of each model on each split.</param>
public sealed record RunResult(string Folder, TimeSpan Elapsed, IReadOnlyList<RunModel> Models, IReadOnlyList<RunMeasurement> Measurements)
{
    /// <summary>Finds one number.</summary>
    /// <param name="model">Such as <c>student</c>.</param>
    /// <param name="split">Such as <c>test</c>.</param>
    /// <param name="metric">Such as <c>accuracy</c>.</param>
    public double? Find(string model, string split, string metric) => Measurements
        .Where(m => m.Model == model && m.Split == split)
        .SelectMany(m => m.Measurement.Metrics)
        .FirstOrDefault(m => m.Name == metric)?.Value;
}

/// <summary>A network that a run has made.</summary>
/// <param name="Name">Such as <c>student</c>.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Bytes">Size of its weights.</param>
public sealed record RunModel(string Name, long Parameters, long Bytes);

/// <summary>What an evaluator said of a model on a split.</summary>
/// <param name="Model">Such as <c>student</c>.</param>
/// <param name="Split">Such as <c>test</c>.</param>
/// <param name="Evaluator">Id of the evaluator.</param>
/// <param name="Measurement">Numbers and tables.</param>
public sealed record RunMeasurement(string Model, string Split, string Evaluator, Measurement Measurement);
