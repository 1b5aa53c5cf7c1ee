using System.ComponentModel.DataAnnotations;

namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>An averager that keeps the last weights; what is wrong is in its class, constructor or settings.</summary>
public abstract class Keeps : IAverager
{
    public virtual void Observe(TrainingStep step)
    {
        // The last weights are kept.
    }

    public void WriteTo(Network student)
    {
        // They are the student's already.
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}

[KdPlugin("not-sealed")]
public class NotSealed : Keeps;

public sealed record ShareSettings
{
    /// <summary>Out of its own range as it stands.</summary>
    [Range(0, 1)]
    public double Share { get; init; } = 2;
}

[KdPlugin("shares", Settings = typeof(ShareSettings))]
public sealed class Shares(ShareSettings settings) : Keeps
{
    public double Share { get; } = settings.Share;
}

public sealed record GoodShareSettings
{
    [Range(0, 1)]
    public double Share { get; init; } = 0.5;
}

[KdPlugin("good-shares", Settings = typeof(GoodShareSettings))]
public sealed class GoodShares(GoodShareSettings settings) : Keeps
{
    public double Share { get; } = settings.Share;
}

public sealed record WeightSettings
{
    public double Weight { get; init; } = 1;
}

[KdPlugin("takes-a-taken-name", Settings = typeof(WeightSettings))]
public sealed class TakesATakenName(WeightSettings settings) : SoundLoss
{
    public double Weight { get; } = settings.Weight;
}

[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1708", Justification = "Two names that are one in a pipeline file are the fault.")]
public sealed record TwinSettings
{
    public int Ema { get; init; } = 1;

    public int EMA { get; init; } = 1;
}

[KdPlugin("names-two-alike", Settings = typeof(TwinSettings))]
public sealed class NamesTwoAlike(TwinSettings settings) : Keeps
{
    public int Sum { get; } = settings.Ema + settings.EMA;
}

[KdPlugin("throws")]
public sealed class Throws : Keeps
{
    public override void Observe(TrainingStep step) => throw new InvalidOperationException("out of order");
}

[KdPlugin("starts-threads")]
public sealed class StartsThreads : Keeps, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();

    public StartsThreads() => new Thread(_gate.Wait) { IsBackground = true }.Start();

    public void Dispose() => _gate.Set();
}

[KdPlugin("sleeps")]
public sealed class Sleeps : Keeps
{
    public Sleeps() => Thread.Sleep(55);
}
