namespace PluginKd.Sdk;

/// <summary>Notes on the device in which step each term was no finite number for the first time; the note is read every so many steps.</summary>
/// <remarks>What it holds on the device goes with the dispose scope in which it was made.</remarks>
internal sealed class DeferredLossWatch(LossTerms terms, Device device) : LossWatch
{
    private const int StepsBetweenLooks = 64;
    private const long Never = long.MaxValue;

    private readonly Tensor _firstBad = full([terms.Count], Never, dtype: int64, device: device);
    private readonly Tensor _sum = zeros(1, dtype: float64, device: device);

    /// <inheritdoc />
    public override double Sum
    {
        get => _sum.ToDouble();
        set => _sum.fill_(value);
    }

    /// <inheritdoc />
    public override BadLoss? Add(Tensor loss, long step)
    {
        using var quiet = no_grad();
        _sum.add_(loss);
        var isBad = stack(terms.Weighted).isfinite().logical_not();
        _firstBad.masked_fill_(isBad.logical_and(_firstBad.eq(Never)), step);
        return step % StepsBetweenLooks == 0 ? Look() : null;
    }

    /// <inheritdoc />
    public override BadLoss? Look()
    {
        using var here = _firstBad.cpu();
        var steps = here.data<long>().ToArray();
        var first = steps.Min();
        return first == Never ? null
            : new BadLoss(first, string.Join(", ", Enumerable.Range(0, terms.Count).Where(i => steps[i] == first).Select(i => $"'{terms.Name(i)}' is NaN or infinite")));
    }
}
