using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What <see cref="ModuleDict{T}"/> and <see cref="ParameterDict"/> share: entries under names, in the order in which they were put in.</summary>
public abstract class NamedEntries<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : class
{
    private protected NamedEntries(string name)
        : base(name)
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => Entries.Count;

    /// <summary>False: it can be changed.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names, in order.</summary>
    public ICollection<string> Keys => [.. Entries.Select(entry => entry.Name)];

    /// <summary>The entries, in order.</summary>
    public ICollection<T> Values => [.. Entries.Select(entry => entry.Value)];

    private protected abstract List<(string Name, T Value)> Entries { get; }

    /// <summary>The entry of that name; setting puts a new one at the end.</summary>
    public T this[string key]
    {
        get => TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"{GetName()} has no '{key}' among [{string.Join(", ", Keys)}]");
        set => Change(entries =>
        {
            var at = entries.FindIndex(entry => entry.Name == key);
            if (at < 0)
                entries.Add((key, value));
            else
                entries[at] = (key, value);
        });
    }

    /// <summary>Name and entry at a place.</summary>
    public (string, T) this[int index]
    {
        get => Entries[index];
        set => Change(entries => entries[index] = value);
    }

    /// <summary>Puts an entry at the end.</summary>
    public abstract void Add(string key, T value);

    /// <inheritdoc cref="Add(string, T)" />
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, T)" />
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <summary>Puts an entry before another.</summary>
    public void Insert(int index, (string, T) item) => Change(entries => entries.Insert(index, item));

    /// <summary>Takes an entry out, if there is one of that name.</summary>
    public bool Remove(string key)
    {
        var at = Entries.FindIndex(entry => entry.Name == key);
        if (at >= 0)
            RemoveAt(at);
        return at >= 0;
    }

    /// <summary>Takes an entry out, if it is here under that name.</summary>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Takes an entry out, if it is here under that name.</summary>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Takes out what is at a place.</summary>
    public void RemoveAt(int index) => Change(entries => entries.RemoveAt(index));

    /// <summary>Takes all out.</summary>
    public void Clear() => Change(entries => entries.Clear());

    /// <summary>Takes all out.</summary>
    public void clear() => Clear();

    /// <summary>Whether there is one of that name.</summary>
    public bool ContainsKey(string key) => Entries.Exists(entry => entry.Name == key);

    /// <summary>Whether it is here under that name.</summary>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <summary>Whether it is here under that name.</summary>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <summary>The place of what is here under that name, or -1.</summary>
    public int IndexOf((string, T) item) =>
        Entries.FindIndex(entry => entry.Name == item.Item1 && ReferenceEquals(entry.Value, item.Item2));

    /// <summary>The entry of that name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) =>
        (value = Entries.Find(entry => entry.Name == key).Value) is not null;

    /// <summary>Writes names and entries into an array.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    /// <summary>Writes names and entries into an array.</summary>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Pairs().ToArray().CopyTo(array, arrayIndex);

    /// <summary>Names and entries, in order.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> keys() => Keys;

    /// <summary>The entries, in order.</summary>
    public IEnumerable<T> values() => Values;

    /// <inheritdoc />
    public IEnumerator<(string, T)> GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => Pairs().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing: entries are registered as they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private protected void AddAll((string, T)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
            Add(entry);
    }

    /// <summary>Takes all entries off the module's own list.</summary>
    private protected abstract void Unregister();

    private IEnumerable<KeyValuePair<string, T>> Pairs() => Entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value));

    private void Change(Action<List<(string Name, T Value)>> change)
    {
        var entries = Entries;
        change(entries);
        Unregister();
        foreach (var (name, value) in entries)
            Add(name, value);
    }
}
