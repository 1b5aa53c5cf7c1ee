namespace PluginKd.Sdk;

/// <summary>A number that stays as it is, or goes from one value to another over a run: a loss's weight, a temperature.</summary>
/// <remarks>
/// <para>With f, the share of the way, from 0 at <see cref="Begin"/> to 1 at <see cref="End"/>: linear <c>from + (to − from)·f</c>; cosine the same of
/// <c>(1 − cos πf) / 2</c>; step of <c>⌊f·jumps⌋ / jumps</c>. Before and after it stays. From 0 it is a warm-up.</para>
/// <para>In a pipeline file it is a number, or an object such as <c>{ "to": 0.9, "end": 0.1 }</c>. A setting of this type has a number as its default.</para>
/// </remarks>
public sealed record Schedule
{
    /// <summary>Value at the beginning.</summary>
    public double From { get; init; }

    /// <summary>Value at the end.</summary>
    public required double To { get; init; }

    /// <summary>The way from one to the other.</summary>
    public ScheduleShape Shape { get; init; } = ScheduleShape.Linear;

    /// <summary>Where it begins to change, counted as <see cref="By"/> says.</summary>
    public double Begin { get; init; }

    /// <summary>Where it ends to change, counted as <see cref="By"/> says, after <see cref="Begin"/>; without it the last step or epoch of the run.</summary>
    public double? End { get; init; }

    /// <summary>What begin and end count.</summary>
    public ScheduleUnit By { get; init; } = ScheduleUnit.Share;

    /// <summary>Number of equal jumps of the shape step.</summary>
    public int Jumps { get; init; } = 1;

    /// <summary>Whether the value never changes.</summary>
    public bool IsConstant => From == To;

    /// <summary>Whether all values are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(From) && double.IsFinite(To);

    /// <summary>Takes a number as it is.</summary>
    /// <param name="value">The value, always.</param>
    public static implicit operator Schedule(double value) => Constant(value);

    /// <summary>Makes a schedule that never changes.</summary>
    /// <param name="value">The value, always.</param>
    public static Schedule Constant(double value) => new() { From = value, To = value };

    /// <summary>Gives the value at a point of the run.</summary>
    /// <param name="moment">Where the run stands.</param>
    public double At(Moment moment)
    {
        if (IsConstant) return To;
        var (at, last) = By switch
        {
            ScheduleUnit.Epoch => (moment.Epoch, moment.Epochs - 1.0),
            ScheduleUnit.Step => (moment.Step, moment.Steps - 1.0),
            _ => (moment.Share, 1.0),
        };
        var end = End ?? last;
        var way = at >= end ? 1 : at <= Begin ? 0 : (at - Begin) / (end - Begin);
        var share = Shape switch
        {
            ScheduleShape.Cosine => (1 - Math.Cos(Math.PI * way)) / 2,
            ScheduleShape.Step => Math.Floor(way * Jumps) / Jumps,
            _ => way,
        };
        // At the ends exactly the values that were asked for.
        return share == 1 ? To : From + ((To - From) * share);
    }
}
