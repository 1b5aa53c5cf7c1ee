using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Takes every step of a stage, and tells of at most ten a second: only then is the loss read back.</summary>
internal sealed class StageProgress(string stage, TimeProvider clock, IStageEvents events, StageMetrics metrics) : IStageProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);
    private long _started = -1;
    private long _told = -1;
    private long _first;
    private long _examples;

    /// <inheritdoc />
    public void Step(in StepReport step)
    {
        var now = clock.GetTimestamp();
        if (_started < 0 || step.Moment.Step <= _first)
        {
            // Starts with the first step: encoding and teacher signals come before it and are no training. A second run begins anew.
            (_started, _told, _first, _examples) = (now, now, step.Moment.Step, 0);
            return;
        }

        _examples += step.Examples;
        if (clock.GetElapsedTime(_told, now) < Pause && step.Moment.Step < step.Moment.Steps) return;
        _told = now;
        var seconds = Math.Max(clock.GetElapsedTime(_started, now).TotalSeconds, 1e-9);
        var left = seconds / (step.Moment.Step - _first) * (step.Moment.Steps - step.Moment.Step);
        events.Step(stage, new StageStep(step.Moment, step.Loss.ToDouble(), _examples / seconds, TimeSpan.FromSeconds(Math.Clamp(left, 0, 1e9))));
    }

    /// <inheritdoc />
    public void Metric(string name, double value, long step) => metrics.Add(stage, name, value, step);
}
