namespace PluginKd.Sdk.Testing;

/// <summary>Keeps what is reported, and may wish to stop at a step.</summary>
internal sealed class RecordedProgress(Action cancel) : IStageProgress
{
    private readonly List<ReportedStep> _steps = [];
    private readonly List<ReportedMetric> _metrics = [];

    public IReadOnlyList<ReportedStep> Steps => _steps;

    public IReadOnlyList<ReportedMetric> Metrics => _metrics;

    public int? CancelAtStep { get; set; }

    public void Step(in StepReport step)
    {
        _steps.Add(new ReportedStep(step.Moment, step.Examples, step.Loss.ToDouble()));
        if (_steps.Count == CancelAtStep) cancel();
    }

    public void Metric(string name, double value, long step) => _metrics.Add(new ReportedMetric(name, value, step));
}
