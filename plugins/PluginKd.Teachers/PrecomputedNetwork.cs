using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginKd.Teachers;

/// <summary>A network without weights: it looks logits up by the content of the input.</summary>
/// <remarks>Its buffers are the table: <c>marks</c>, int64 [M, 2], in ascending order, and <c>table</c>, float32 [M, C]. Without rows it answers with
/// numbers drawn from the input, which is what losses are tried on before the file is read.</remarks>
internal sealed class PrecomputedNetwork : Network
{
    private const string RowsKey = "rows";
    private const int LongestShown = 60;

    private readonly Tensor _marks;
    private readonly Tensor _table;

    /// <summary>Makes an empty table.</summary>
    /// <param name="rows">Number of rows, M.</param>
    /// <param name="classes">Number of classes, C.</param>
    public PrecomputedNetwork(long rows, int classes)
        : base(nameof(PrecomputedNetwork))
    {
        (_marks, _table) = (zeros(rows, 2, dtype: int64), zeros(rows, classes));
        register_buffer("marks", _marks);
        register_buffer("table", _table);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => new Dictionary<string, string> { [RowsKey] = _table.size(0).ToString(CultureInfo.InvariantCulture) };

    /// <summary>Makes a table of rows; inputs that stand there several times get the mean of their rows.</summary>
    /// <param name="rows">Mark of the input and logits.</param>
    /// <param name="classes">Number of classes, C.</param>
    public static PrecomputedNetwork Of(IEnumerable<(UInt128 Mark, ReadOnlyMemory<float> Logits)> rows, int classes)
    {
        var sums = new SortedDictionary<UInt128, (double[] Sum, int Count)>();
        foreach (var (mark, logits) in rows)
        {
            var (sum, count) = sums.GetValueOrDefault(mark, (new double[classes], 0));
            for (var c = 0; c < classes; c++) sum[c] += logits.Span[c];
            sums[mark] = (sum, count + 1);
        }

        var network = new PrecomputedNetwork(sums.Count, classes);
        using var scope = NewDisposeScope();
        network._marks.copy_(tensor(sums.Keys.SelectMany(mark => new[] { (long)(ulong)(mark >> 64), (long)(ulong)mark }).ToArray()).reshape(-1, 2));
        network._table.copy_(tensor(sums.Values.SelectMany(row => row.Sum.Select(value => (float)(value / row.Count))).ToArray()).reshape(-1, classes));
        return network;
    }

    /// <summary>Makes a network like the one that was saved, to put its table into.</summary>
    public static PrecomputedNetwork Like(ModelRequest request) =>
        new(request.Saved?.TryGetValue(RowsKey, out var rows) == true ? long.Parse(rows, CultureInfo.InvariantCulture) : 0, request.Outputs);

    /// <inheritdoc />
    public override bool CanAnswer(Inputs inputs) => _table.size(0) == 0 || !Find(inputs).Contains(-1);

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        if (_table.size(0) == 0) return [Drawn(inputs)];
        var rows = Find(inputs);
        var (missing, count) = (Array.IndexOf(rows, -1), rows.Count(row => row < 0));
        if (missing >= 0)
            throw new UserErrorException($"there are no precomputed logits for {Name(inputs, missing)}{(count == 1 ? "" : $", and {count - 1} more are so")}", "a row for every example that is learned from or measured",
                "teacher", "name its split in teacher.on and add its rows to the file; what augmenters make has none");
        return [tensor(rows)];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, _table.size(0) == 0 ? input[0] : _table.index_select(0, input[0])));

    private static string Name(Inputs inputs, int position) => inputs is TextInputs { Texts: var texts }
        ? $"'{(texts[position].Length <= LongestShown ? texts[position] : texts[position][..LongestShown] + "…")}'"
        : $"input {position} of {inputs.Count}";

    private Tensor Drawn(Inputs inputs) => tensor(InputMarks.Of(inputs).SelectMany(mark =>
    {
        var random = new SeededRandom((long)(ulong)mark);
        return Enumerable.Range(0, (int)_table.size(1)).Select(_ => (float)((2 * random.NextDouble()) - 1));
    }).ToArray()).reshape(-1, _table.size(1));

    // The row of each input, or -1.
    private long[] Find(Inputs inputs)
    {
        using var here = _marks.cpu();
        var found = new long[inputs.Count];
        var at = 0;
        foreach (var mark in InputMarks.Of(inputs)) found[at++] = Find(MemoryMarshal.Cast<byte, ulong>(here.bytes), mark);
        return found;
    }

    private static long Find(ReadOnlySpan<ulong> marks, UInt128 mark)
    {
        var (low, high) = (0, (marks.Length / 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var there = new UInt128(marks[2 * middle], marks[(2 * middle) + 1]);
            if (there == mark) return middle;
            if (there < mark) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
