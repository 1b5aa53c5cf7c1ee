using System.Globalization;

namespace PluginKd.Tool.Display;

/// <summary>Writes how far a stage has come as people read it.</summary>
internal static class StageMeter
{
    /// <summary>Such as <c>epoch 3/10  step 120/800  loss 0.4312  21,000 examples/s  12 s left</c>.</summary>
    public static string Text(StageStep step) => string.Create(CultureInfo.InvariantCulture,
        $"epoch {step.Moment.Epoch + 1}/{step.Moment.Epochs}  step {step.Moment.Step}/{step.Moment.Steps}  loss {step.Loss:0.0000}  {step.ExamplesPerSecond:#,0} examples/s  {Duration(step.Left)} left");

    /// <summary>Writes a time as people read it.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 9.95 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time.TotalSeconds < 119.5 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : time.TotalHours < 2 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min");
}
