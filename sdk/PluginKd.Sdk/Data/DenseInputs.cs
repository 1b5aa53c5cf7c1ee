namespace PluginKd.Sdk;

/// <summary>N inputs of numbers: rows [N, D] or images [N, C, H, W].</summary>
/// <remarks>What is taken from inputs, or joined of several, is a view: the numbers stay where they are until <see cref="Values"/> is asked for.</remarks>
public sealed class DenseInputs : Inputs
{
    private readonly DenseRows _rows;
    private readonly int[]? _positions;

    /// <summary>Takes the numbers.</summary>
    /// <param name="values">float32, first dimension N; shared, never changed.</param>
    public DenseInputs(Tensor values)
        : this([values])
    {
    }

    /// <summary>Takes numbers that lie in several tensors, such as maps of files: nothing is joined in memory.</summary>
    /// <param name="parts">At least one, float32, alike behind their first dimension; shared, never changed.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public DenseInputs(IReadOnlyList<Tensor> parts)
        : this(new DenseRows([.. parts.Select(part => part.DetachFromDisposeScope())]), null)
    {
    }

    private DenseInputs(DenseRows rows, int[]? positions) => (_rows, _positions) = (rows, positions);

    /// <summary>The numbers, [N, …]; of a view gathered each time, for the dispose scope of the caller.</summary>
    public Tensor Values => _positions is null ? _rows.All() : _rows.Gather(_positions);

    /// <summary>Lengths of one input, [D] or [C, H, W].</summary>
    public IReadOnlyList<long> Shape => _rows.Shape;

    /// <inheritdoc />
    public override Modality Modality => Shape.Count == 3 ? Modality.Images : Modality.Rows;

    /// <inheritdoc />
    public override int Count => _positions?.Length ?? _rows.Count;

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions)
    {
        var (picked, count) = (new int[positions.Count], Count);
        for (var i = 0; i < picked.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)positions[i], (uint)count, nameof(positions));
            picked[i] = _positions?[positions[i]] ?? positions[i];
        }

        return new DenseInputs(_rows, picked);
    }

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others)
    {
        DenseInputs[] all = [this, .. others.Select(o => o as DenseInputs ?? throw new ArgumentException($"{Modality.Describe()} cannot be joined with {o.Modality.Describe()}."))];
        var rows = new DenseRows([.. all.SelectMany(one => one._rows.Parts)]);
        return new DenseInputs(rows, Array.TrueForAll(all, one => one._positions is null) ? null : Positions(all));
    }

    private static int[] Positions(DenseInputs[] all)
    {
        var (positions, at, start) = (new int[all.Sum(one => one.Count)], 0, 0);
        foreach (var one in all)
        {
            for (var i = 0; i < one.Count; i++) positions[at++] = start + (one._positions?[i] ?? i);
            start += one._rows.Count;
        }

        return positions;
    }
}
