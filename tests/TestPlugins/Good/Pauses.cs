using System.ComponentModel.DataAnnotations;

namespace TestPlugins.Good;

/// <summary>Settings of <see cref="Pauses"/>.</summary>
public sealed record PausesSettings
{
    /// <summary>Time for each model, seconds.</summary>
    [Range(0, 10)]
    public double Seconds { get; init; }
}

/// <summary>Measures nothing, and takes its time for it.</summary>
[KdPlugin("pauses", Settings = typeof(PausesSettings))]
public sealed class Pauses(PausesSettings settings) : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        Thread.Sleep(TimeSpan.FromSeconds(settings.Seconds));
        return new Measurement([], []);
    }
}
