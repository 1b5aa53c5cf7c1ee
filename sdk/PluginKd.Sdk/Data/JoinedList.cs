using System.Collections;

namespace PluginKd.Sdk;

/// <summary>Lists one behind the other, without a copy of their items.</summary>
internal sealed class JoinedList<T> : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T>[] _parts;
    private readonly int[] _ends;

    public JoinedList(IEnumerable<IReadOnlyList<T>> parts)
    {
        _parts = [.. parts.SelectMany(part => part is JoinedList<T> joined ? joined._parts : [part]).Where(part => part.Count > 0)];
        _ends = new int[_parts.Length];
        for (var i = 0; i < _parts.Length; i++) Count = _ends[i] = checked(Count + _parts[i].Count);
    }

    public int Count { get; }

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            var found = Array.BinarySearch(_ends, index);
            // A part ends before its end: the item at an end is the first of the next part.
            var part = found < 0 ? ~found : found + 1;
            return _parts[part][part == 0 ? index : index - _ends[part - 1]];
        }
    }

    public IEnumerator<T> GetEnumerator() => _parts.SelectMany(part => part).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
