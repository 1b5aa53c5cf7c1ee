using System.Diagnostics;
using System.Globalization;
using TorchSharp;

namespace PluginKd.Tool.Display;

/// <summary>Measures a stage that trains: loss, examples a second, time left; reads the loss at most ten times a second.</summary>
internal sealed class StageMeter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);
    // Starts with the first step: encoding and teacher signals come before it and are no training.
    private readonly Stopwatch _watch = new();
    private TimeSpan? _shown;
    private long _examples;
    private long _first;

    /// <summary>Share that is done, 0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Such as <c>epoch 3/10  step 120/800  loss 0.4312  21,000 examples/s  12 s left</c>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Takes a step and says whether there is something new to show.</summary>
    public bool Take(in StepReport step)
    {
        if (!_watch.IsRunning)
        {
            _watch.Start();
            _first = step.Moment.Step;
            return false;
        }

        _examples += step.Examples;
        var now = _watch.Elapsed;
        var isLast = step.Moment.Step == step.Moment.Steps;
        if (_shown is { } shown && now - shown < Pause && !isLast) return false;
        _shown = now;
        Share = step.Moment.Share;
        var done = step.Moment.Step - _first;
        var left = TimeSpan.FromSeconds(now.TotalSeconds / done * (step.Moment.Steps - step.Moment.Step));
        Text = string.Create(CultureInfo.InvariantCulture,
            $"epoch {step.Moment.Epoch + 1}/{step.Moment.Epochs}  step {step.Moment.Step}/{step.Moment.Steps}  loss {step.Loss.ToSingle():0.0000}  {_examples / now.TotalSeconds:#,0} examples/s  {Duration(left)} left");
        return true;
    }

    /// <summary>Writes a time as people read it.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 9.95 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time.TotalSeconds < 119.5 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");
}
