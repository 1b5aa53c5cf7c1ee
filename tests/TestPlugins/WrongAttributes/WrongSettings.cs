using System.ComponentModel.DataAnnotations;

namespace TestPlugins.WrongAttributes;

public enum Twins
{
    One,
    ONE,
}

/// <summary>Every way in which defaults and shapes of settings are wrong.</summary>
public sealed record NestedSettings
{
    public IReadOnlyList<NestedSettings> Inner { get; init; } = [];

    public Twins Twin { get; init; }
}

public sealed record DefaultSettings
{
    public double Share { get; init; } = double.NaN;

    public IReadOnlyList<string> Words { get; init; } = [null!];

    public DayOfWeek Day { get; init; } = (DayOfWeek)9;

    [Range(2, 1)]
    public int Width { get; init; } = 1;

    public int Depth
    {
        get => throw new InvalidOperationException("no depth here");
        init => ArgumentOutOfRangeException.ThrowIfNegative(value);
    }
}

public sealed record UnmakeableSettings
{
    public int Width { get; init; } = int.Parse("wide", System.Globalization.CultureInfo.InvariantCulture);
}

[KdPlugin("takes-nested", Settings = typeof(NestedSettings))]
public sealed class TakesNested(NestedSettings settings) : ILoss
{
    public LossNeeds Needs => throw new NotSupportedException(settings.ToString());

    public Tensor Evaluate(LossBatch batch) => throw new NotSupportedException();
}

[KdPlugin("takes-defaults", Settings = typeof(DefaultSettings))]
public sealed class TakesDefaults(DefaultSettings settings) : ILoss
{
    public LossNeeds Needs => throw new NotSupportedException(settings.ToString());

    public Tensor Evaluate(LossBatch batch) => throw new NotSupportedException();
}

[KdPlugin("takes-unmakeable", Settings = typeof(UnmakeableSettings))]
public sealed class TakesUnmakeable(UnmakeableSettings settings) : ILoss
{
    public LossNeeds Needs => throw new NotSupportedException(settings.ToString());

    public Tensor Evaluate(LossBatch batch) => throw new NotSupportedException();
}

[KdPlugin(null!)]
public sealed class Generic<T> : ILoss
{
    public LossNeeds Needs => throw new NotSupportedException(typeof(T).Name);

    public Tensor Evaluate(LossBatch batch) => throw new NotSupportedException();
}
