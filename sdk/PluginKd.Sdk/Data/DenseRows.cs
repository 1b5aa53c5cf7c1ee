namespace PluginKd.Sdk;

/// <summary>Rows that lie in one or more tensors, such as maps of files, one tensor behind the other; rows are gathered without joining them.</summary>
internal sealed class DenseRows
{
    private readonly Tensor[] _parts;
    private readonly long[] _starts;

    public DenseRows(Tensor[] parts)
    {
        (_parts, _starts, Shape) = (parts, new long[parts.Length], [.. parts[0].shape.Skip(1)]);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].dtype != parts[0].dtype || !parts[i].shape.Skip(1).SequenceEqual(Shape))
                throw new ArgumentException($"Inputs of {parts[i].dtype} [{string.Join(", ", parts[i].shape)}] cannot be joined with {parts[0].dtype} [{string.Join(", ", parts[0].shape)}].");
            _starts[i] = Count;
            Count = checked(Count + (int)parts[i].size(0));
        }
    }

    public IReadOnlyList<Tensor> Parts => _parts;

    /// <summary>Lengths behind the first dimension.</summary>
    public IReadOnlyList<long> Shape { get; }

    public int Count { get; }

    /// <summary>All rows: the tensor itself when there is one, else a new one.</summary>
    public Tensor All() => _parts.Length == 1 ? _parts[0] : cat(_parts, 0);

    /// <summary>Gathers rows; those that lie one behind the other in one part are shared with it.</summary>
    public Tensor Gather(int[] rows)
    {
        if (rows.Length > 0 && IsRun(rows) && PartOf(rows[0]) == PartOf(rows[^1])) return _parts[PartOf(rows[0])].narrow(0, rows[0] - _starts[PartOf(rows[0])], rows.Length);
        return _parts.Length == 1 ? Picked(_parts[0], Array.ConvertAll(rows, row => (long)row)) : FromParts(rows);
    }

    // Part by part, so that each is asked once; then back into the order asked for.
    private Tensor FromParts(int[] rows)
    {
        var places = Enumerable.Range(0, rows.Length).GroupBy(i => PartOf(rows[i])).ToList();
        Tensor[] found = [.. places.Select(group => Picked(_parts[group.Key], [.. group.Select(i => rows[i] - _starts[group.Key])]))];
        using var gathered = cat(found, 0);
        foreach (var part in found) part.Dispose();
        var order = new long[rows.Length];
        var at = 0L;
        foreach (var place in places.SelectMany(group => group)) order[place] = at++;
        return Picked(gathered, order);
    }

    private static Tensor Picked(Tensor part, long[] rows)
    {
        using var index = tensor(rows);
        return part.index_select(0, index);
    }

    private int PartOf(int row)
    {
        var found = Array.BinarySearch(_starts, row);
        return found < 0 ? ~found - 1 : LastFrom(found);
    }

    // Parts without rows start where the next one does.
    private int LastFrom(int part)
    {
        while (part + 1 < _starts.Length && _starts[part + 1] == _starts[part]) part++;
        return part;
    }

    private static bool IsRun(int[] rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i] != rows[0] + i) return false;
        }

        return true;
    }
}
