using System.Collections;

namespace PluginKd.Hosting;

/// <summary>Items of a list in another form, made whenever they are asked for.</summary>
internal sealed class MappedList<TFrom, TTo>(IReadOnlyList<TFrom> items, Func<TFrom, TTo> map) : IReadOnlyList<TTo>
{
    /// <inheritdoc />
    public int Count => items.Count;

    /// <inheritdoc />
    public TTo this[int index] => map(items[index]);

    /// <inheritdoc />
    public IEnumerator<TTo> GetEnumerator() => items.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
