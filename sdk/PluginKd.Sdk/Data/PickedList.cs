using System.Collections;

namespace PluginKd.Sdk;

/// <summary>Items of a list by position, without a copy of them: rows that were chosen, or a few names for many rows.</summary>
/// <typeparam name="T">Any type.</typeparam>
public sealed class PickedList<T> : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _items;
    private readonly int[] _positions;

    /// <summary>Picks items; a position given twice gives its item twice.</summary>
    /// <param name="items">The list; it is asked for an item whenever this one is.</param>
    /// <param name="positions">From 0 on; kept as it is, 4 bytes each, and not to be changed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside the list.</exception>
    public PickedList(IReadOnlyList<T> items, int[] positions)
    {
        foreach (var position in positions) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)items.Count, nameof(positions));
        // Views of views would grow with every selection.
        (_items, _positions) = items is PickedList<T> other ? (other._items, Array.ConvertAll(positions, p => other._positions[p])) : (items, positions);
    }

    /// <inheritdoc />
    public int Count => _positions.Length;

    /// <inheritdoc />
    public T this[int index] => _items[_positions[index]];

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var position in _positions) yield return _items[position];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
