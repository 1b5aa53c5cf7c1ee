using System.Runtime.InteropServices;

namespace PluginKd.Sdk;

/// <summary>Draws random numbers that are the same on every machine and every version of .NET.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014). For data and orders; tensors are drawn by libtorch's generator. Not for secrets.</remarks>
/// <param name="seed">Any number; see <see cref="Seeds.Derive"/>.</param>
public sealed class SeededRandom(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Draws 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Draws a whole number from 0 up to but not including <paramref name="limit"/>, each equally likely.</summary>
    /// <param name="limit">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        // Rejects the few draws that would make small numbers likelier (Lemire 2019).
        var threshold = (0UL - (ulong)limit) % (ulong)limit;
        ulong low;
        ulong high;
        do high = Math.BigMul(NextBits(), (ulong)limit, out low);
        while (low < threshold);
        return (int)high;
    }

    /// <summary>Draws from 0 up to but not including 1, in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Picks one item, each equally likely.</summary>
    /// <param name="items">At least one.</param>
    /// <typeparam name="T">Any type.</typeparam>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Brings the items into random order, every order equally likely (Fisher and Yates).</summary>
    /// <param name="items">Changed in place.</param>
    /// <typeparam name="T">Any type.</typeparam>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Gives the numbers 0 to <paramref name="count"/> − 1 in random order.</summary>
    /// <param name="count">Zero or more.</param>
    public long[] Permutation(int count)
    {
        var order = new long[count];
        for (var i = 0; i < count; i++) order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Gives a shuffled copy of a list.</summary>
    /// <param name="items">Left as they are.</param>
    /// <typeparam name="T">Any type.</typeparam>
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var copy = items.ToList();
        Shuffle(CollectionsMarshal.AsSpan(copy));
        return copy;
    }
}
