using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters under names, in the order in which they were put in.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    /// <summary>The parameters given.</summary>
    public ParameterDict(params (string, Parameter)[] parameters)
        : base(nameof(ParameterDict))
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var entry in parameters)
            Add(entry);
    }

    /// <summary>How many there are.</summary>
    public int Count => Entries.Count;

    /// <summary>False: it can be changed.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names, in order.</summary>
    public ICollection<string> Keys => [.. Entries.Select(entry => entry.Name)];

    /// <summary>The parameters, in order.</summary>
    public ICollection<Parameter> Values => [.. Entries.Select(entry => entry.Value)];

    private List<(string Name, Parameter Value)> Entries => [.. OwnParameters];

    /// <summary>The parameter of that name; setting puts a new one at the end.</summary>
    public Parameter this[string key]
    {
        get => TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"no parameter '{key}' among [{string.Join(", ", Keys)}]");
        set => Change(entries =>
        {
            var at = entries.FindIndex(entry => entry.Name == key);
            if (at < 0)
                entries.Add((key, value));
            else
                entries[at] = (key, value);
        });
    }

    /// <summary>Name and parameter at a place.</summary>
    public (string, Parameter) this[int index]
    {
        get => Entries[index];
        set => Change(entries => entries[index] = value);
    }

    /// <summary>Puts a parameter at the end.</summary>
    public void Add(string key, Parameter value) => register_parameter(key, value);

    /// <inheritdoc cref="Add(string, Parameter)" />
    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, Parameter)" />
    public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

    /// <summary>Puts a parameter before another.</summary>
    public void Insert(int index, (string, Parameter) item) => Change(entries => entries.Insert(index, item));

    /// <summary>Takes a parameter out, if there is one of that name.</summary>
    public bool Remove(string key)
    {
        var at = Entries.FindIndex(entry => entry.Name == key);
        if (at >= 0)
            RemoveAt(at);
        return at >= 0;
    }

    /// <summary>Takes a parameter out, if it is here under that name.</summary>
    public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Takes a parameter out, if it is here under that name.</summary>
    public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));

    /// <summary>Takes out what is at a place.</summary>
    public void RemoveAt(int index) => Change(entries => entries.RemoveAt(index));

    /// <summary>Takes all out.</summary>
    public void Clear() => Change(entries => entries.Clear());

    /// <summary>Takes all out.</summary>
    public void clear() => Clear();

    /// <summary>Whether there is one of that name.</summary>
    public bool ContainsKey(string key) => Entries.Exists(entry => entry.Name == key);

    /// <summary>Whether it is here under that name.</summary>
    public bool Contains((string, Parameter) item) => IndexOf(item) >= 0;

    /// <summary>Whether it is here under that name.</summary>
    public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

    /// <summary>The place of what is here under that name, or -1.</summary>
    public int IndexOf((string, Parameter) item) =>
        Entries.FindIndex(entry => entry.Name == item.Item1 && ReferenceEquals(entry.Value, item.Item2));

    /// <summary>The parameter of that name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) =>
        (value = Entries.Find(entry => entry.Name == key).Value) is not null;

    /// <summary>Writes names and parameters into an array.</summary>
    public void CopyTo((string, Parameter)[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    /// <summary>Writes names and parameters into an array.</summary>
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => Pairs().ToArray().CopyTo(array, arrayIndex);

    /// <summary>Names and parameters, in order.</summary>
    public IEnumerator<(string, Parameter)> items() => GetEnumerator();

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> keys() => Keys;

    /// <summary>The parameters, in order.</summary>
    public IEnumerable<Parameter> values() => Values;

    /// <inheritdoc />
    public IEnumerator<(string, Parameter)> GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => Pairs().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing: parameters are registered as they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private IEnumerable<KeyValuePair<string, Parameter>> Pairs() => Entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value));

    private void Change(Action<List<(string Name, Parameter Value)>> change)
    {
        var entries = Entries;
        change(entries);
        ClearParameters();
        foreach (var (name, value) in entries)
            Add(name, value);
    }
}
