namespace PluginKd.Losses.Transformers;

/// <summary>What the losses on layers of transformers share: texts side by side with padding, of which only their positions count.</summary>
/// <remarks>
/// Student and teacher read the same pieces: position t of one is position t of the other. Where one is padded to a greater width it is cut. Which positions are
/// there is what the student's <c>mask</c> says; without one all are. Nothing here waits for the device.
/// </remarks>
internal sealed class Positions
{
    private readonly LossBatch _batch;
    private readonly Tensor? _mask;

    /// <summary>Looks at a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="student">A signal of the student, [N, T, …] or [N, heads, T, T].</param>
    /// <param name="teacher">That of the teacher.</param>
    public Positions(LossBatch batch, Tensor student, Tensor teacher)
    {
        (_batch, Width) = (batch, Math.Min(WidthOf(student), WidthOf(teacher)));
        _mask = batch.Student.Find(SignalNames.Mask)?.narrow(1, 0, Width);
    }

    /// <summary>Positions that both sides have, T.</summary>
    public long Width { get; }

    /// <summary>Cuts hidden states [N, T, D] and reads them in float32 at least.</summary>
    public Tensor Cut(Tensor states) => Wide(states).narrow(1, 0, Width);

    /// <summary>Cuts what positions are to each other, [N, heads, T, T].</summary>
    public Tensor CutSquare(Tensor relations) => Wide(relations).narrow(2, 0, Width).narrow(3, 0, Width);

    /// <summary>Takes padding out of scores [N, heads, T, T] before a softmax over the last: a row sees positions only.</summary>
    public Tensor Hidden(Tensor scores) => _mask is null ? scores : scores.masked_fill(_mask.eq(0).unsqueeze(1).unsqueeze(1), -1e30);

    /// <summary>Averages a value of each position [N, T] over those of a text, then over texts by their weights.</summary>
    public Tensor Average(Tensor perPosition)
    {
        if (_mask is null) return _batch.Average(perPosition.mean([1]));
        var mask = _mask.to(perPosition.dtype);
        return _batch.Average((perPosition * mask).sum([1]) / mask.sum([1]).clamp_min(1));
    }

    /// <summary>Averages a value of each pair of positions [N, T, T] over those of a text, then over texts by their weights.</summary>
    public Tensor AveragePairs(Tensor perPair)
    {
        if (_mask is null) return _batch.Average(perPair.mean([1, 2]));
        var mask = _mask.to(perPair.dtype);
        return _batch.Average((perPair * mask.unsqueeze(1) * mask.unsqueeze(2)).sum([1, 2]) / mask.sum([1]).square().clamp_min(1));
    }

    private static long WidthOf(Tensor signal) => signal.dim() == 4 ? signal.size(2) : signal.size(1);

    private static Tensor Wide(Tensor values) => values.dtype is ScalarType.Float32 or ScalarType.Float64 ? values : values.to(ScalarType.Float32);
}
