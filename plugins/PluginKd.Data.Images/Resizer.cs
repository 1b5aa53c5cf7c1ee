namespace PluginKd.Data.Images;

/// <summary>Brings planes of pixels to another height and width, rows and columns each by itself.</summary>
/// <remarks>
/// <para>With the step s = old ÷ new of a direction, the new pixel i is</para>
/// <para>s &gt; 1, shrinking: the mean of the old pixels over the stretch from i·s to (i + 1)·s, a pixel that lies in it partly counting partly (area average);</para>
/// <para>s ≤ 1: linear between the two old pixels beside x = (i + ½)·s − ½, where x is held within the outermost pixels (bilinear, pixels seen by their centres).</para>
/// <para>A plane that has the size already stays as it is, to the bit. Instances keep the weights of the last size and serve one thread.</para>
/// </remarks>
/// <param name="height">New height, pixels.</param>
/// <param name="width">New width, pixels.</param>
internal sealed class Resizer(int height, int width)
{
    /// <summary>Most pixels of a plane: three of them, as numbers of 8 bytes, are still one array.</summary>
    public const int MostPixels = 1 << 26;

    private Taps _rows = Taps.Of(1, height);
    private Taps _columns = Taps.Of(1, width);
    private double[] _narrow = [];

    /// <summary>New height, pixels.</summary>
    public int Height => height;

    /// <summary>New width, pixels.</summary>
    public int Width => width;

    /// <summary>Makes the resizer of a setting.</summary>
    /// <param name="numbers">Height and width, or nothing.</param>
    /// <returns>Null where nothing is resized.</returns>
    /// <exception cref="UserErrorException">There is another number of numbers, or the images would be too large.</exception>
    public static Resizer? FromSetting(IReadOnlyList<int> numbers) => numbers.Count switch
    {
        0 => null,
        2 when (long)numbers[0] * numbers[1] > MostPixels => throw new UserErrorException($"data.resize asks for {(long)numbers[0] * numbers[1]} pixels", $"{MostPixels} at most", "data.resize", "make the images smaller"),
        2 => new Resizer(numbers[0], numbers[1]),
        _ => throw new UserErrorException($"data.resize has {numbers.Count} numbers", "height and width, or none", "data.resize", "give both, such as [ 32, 32 ]"),
    };

    /// <summary>Resizes one plane.</summary>
    /// <param name="from">Its pixels, row by row, <paramref name="fromHeight"/> × <paramref name="fromWidth"/>.</param>
    /// <param name="fromHeight">Its height.</param>
    /// <param name="fromWidth">Its width.</param>
    /// <param name="to">Takes height × width pixels.</param>
    public void Resize(ReadOnlySpan<double> from, int fromHeight, int fromWidth, Span<double> to)
    {
        if (_rows.Length != fromHeight) _rows = Taps.Of(fromHeight, height);
        if (_columns.Length != fromWidth) _columns = Taps.Of(fromWidth, width);
        if (_narrow.Length < fromHeight * width) _narrow = new double[fromHeight * width];
        for (var y = 0; y < fromHeight; y++)
        {
            var row = from.Slice(y * fromWidth, fromWidth);
            for (var x = 0; x < width; x++)
            {
                var (first, weights) = _columns[x];
                var sum = 0.0;
                for (var k = 0; k < weights.Length; k++) sum += weights[k] * row[first + k];
                _narrow[(y * width) + x] = sum;
            }
        }

        for (var y = 0; y < height; y++)
        {
            var (first, weights) = _rows[y];
            for (var x = 0; x < width; x++)
            {
                var sum = 0.0;
                for (var k = 0; k < weights.Length; k++) sum += weights[k] * _narrow[((first + k) * width) + x];
                to[(y * width) + x] = sum;
            }
        }
    }

    /// <summary>For each new pixel of a direction, the first old one that counts and the weights from there on.</summary>
    private sealed record Taps(int Length, (int First, double[] Weights)[] All)
    {
        public (int First, double[] Weights) this[int i] => All[i];

        public static Taps Of(int from, int to)
        {
            var step = (double)from / to;
            return new(from, [.. Enumerable.Range(0, to).Select(i => step > 1 ? Area(i, from, to) : Linear(i, step, from))]);
        }

        // In whole numbers of 1/to old pixels, so that rounding makes no pixel count that only touches the stretch.
        private static (int, double[]) Area(int i, int from, int to)
        {
            var (start, end) = ((long)i * from, (i + 1L) * from);
            var (first, last) = ((int)(start / to), (int)((end - 1) / to));
            return (first, [.. Enumerable.Range(first, last - first + 1).Select(j => (Math.Min(end, (j + 1L) * to) - Math.Max(start, (long)j * to)) / (double)from)]);
        }

        private static (int, double[]) Linear(int i, double step, int from)
        {
            var x = Math.Clamp(((i + 0.5) * step) - 0.5, 0, from - 1);
            var first = (int)x;
            return x == first ? (first, [1]) : (first, [1 - (x - first), x - first]);
        }
    }
}
