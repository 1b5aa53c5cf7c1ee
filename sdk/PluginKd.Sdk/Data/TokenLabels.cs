namespace PluginKd.Sdk;

/// <summary>A label for each token of N sequences.</summary>
/// <remarks>Immutable; 4 bytes a token and 8 a sequence.</remarks>
public sealed class TokenLabels
{
    // Neither a class nor "unlabelled".
    private const int Padding = -2;

    private readonly int[] _labels;
    private readonly long[] _ends;

    /// <summary>Takes the labels of each sequence.</summary>
    /// <param name="sequences">For each token a class, or <see cref="Split.Unlabelled"/>.</param>
    public TokenLabels(IReadOnlyCollection<IReadOnlyCollection<int>> sequences)
        : this([.. sequences.SelectMany(labels => labels)], EndsOf(sequences))
    {
    }

    /// <summary>Takes the labels of all sequences, one behind the other.</summary>
    /// <param name="all">M labels; kept as it is, and not to be changed.</param>
    /// <param name="ends">Where each of the N sequences ends in <paramref name="all"/>, ascending; kept as it is, and not to be changed.</param>
    /// <exception cref="ArgumentException">The last end is not M.</exception>
    public TokenLabels(int[] all, long[] ends)
    {
        (_labels, _ends) = (all, ends);
        if ((ends.Length == 0 ? 0 : ends[^1]) != all.Length) throw new ArgumentException($"{all.Length} labels, and the last sequence ends at {(ends.Length == 0 ? 0 : ends[^1])}.");
        for (var i = 0; i < Count; i++) Longest = Math.Max(Longest, LengthOf(i));
    }

    /// <summary>Number of sequences, N.</summary>
    public int Count => _ends.Length;

    /// <summary>Tokens of the longest sequence.</summary>
    public int Longest { get; }

    /// <summary>The labels of all sequences, one behind the other, M in all.</summary>
    public int[] All => _labels;

    /// <summary>Where each sequence ends in <see cref="All"/>.</summary>
    public IReadOnlyList<long> Ends => _ends;

    /// <summary>The labels of one sequence.</summary>
    /// <param name="sequence">From 0 to N − 1.</param>
    public ReadOnlySpan<int> this[int sequence] => _labels.AsSpan((int)StartOf(sequence), LengthOf(sequence));

    /// <summary>Picks sequences by position.</summary>
    /// <param name="positions">From 0 to N − 1; may repeat.</param>
    public TokenLabels Take(IReadOnlyList<int> positions)
    {
        var ends = new long[positions.Count];
        for (var i = 0; i < ends.Length; i++) ends[i] = (i == 0 ? 0 : ends[i - 1]) + LengthOf(positions[i]);
        var labels = new int[ends.Length == 0 ? 0 : ends[^1]];
        for (var i = 0; i < ends.Length; i++) this[positions[i]].CopyTo(labels.AsSpan((int)(i == 0 ? 0 : ends[i - 1])));
        return new TokenLabels(labels, ends);
    }

    /// <summary>Joins labels, sequences in the order given.</summary>
    /// <param name="parts">Any number.</param>
    public static TokenLabels Concat(IReadOnlyList<TokenLabels> parts)
    {
        var (ends, start) = (new List<long>(parts.Sum(p => p.Count)), 0L);
        foreach (var part in parts)
        {
            foreach (var end in part._ends) ends.Add(start + end);
            start += part._labels.Length;
        }

        return new TokenLabels([.. parts.SelectMany(p => p._labels)], [.. ends]);
    }

    /// <summary>Number of the sequence that each token belongs to, M.</summary>
    public int[] SequenceOfEach()
    {
        var sequences = new int[_labels.Length];
        for (var i = 0; i < Count; i++) sequences.AsSpan((int)StartOf(i), LengthOf(i)).Fill(i);
        return sequences;
    }

    /// <summary>Takes the rows of tokens out of a table that has room for the longest sequence.</summary>
    /// <param name="table">[N, T, …], T at least <see cref="Longest"/>.</param>
    /// <returns>[M, …].</returns>
    public Tensor Rows(Tensor table)
    {
        var places = new long[_labels.Length];
        for (var (i, at) = (0, 0); i < Count; i++)
        {
            for (var t = 0; t < LengthOf(i); t++) places[at++] = (i * table.size(1)) + t;
        }

        using var rows = tensor(places, device: table.device);
        return table.flatten(0, 1).index_select(0, rows);
    }

    /// <summary>The labels as a table with room for the longest sequence.</summary>
    /// <returns>int64 [N, <see cref="Longest"/>], below <see cref="Split.Unlabelled"/> behind the end of a sequence.</returns>
    internal Tensor ToTable()
    {
        var table = new long[(long)Count * Longest];
        Array.Fill(table, Padding);
        for (var i = 0; i < Count; i++)
        {
            var labels = this[i];
            for (var t = 0; t < labels.Length; t++) table[((long)i * Longest) + t] = labels[t];
        }

        return tensor(table).reshape(Count, Longest);
    }

    private static long[] EndsOf(IReadOnlyCollection<IReadOnlyCollection<int>> sequences)
    {
        var (ends, end) = (new List<long>(sequences.Count), 0L);
        foreach (var labels in sequences) ends.Add(end += labels.Count);
        return [.. ends];
    }

    private long StartOf(int sequence) => sequence == 0 ? 0 : _ends[sequence - 1];

    private int LengthOf(int sequence) => (int)(_ends[sequence] - StartOf(sequence));
}
