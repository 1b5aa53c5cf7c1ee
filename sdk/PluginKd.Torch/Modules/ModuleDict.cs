using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules under names, registered but not called.</summary>
public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)>
    where T : nn.Module
{
    /// <summary>These modules under these names.</summary>
    public ModuleDict(params (string, T)[] modules)
        : base(nameof(ModuleDict<T>))
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => children().Count();

    /// <summary>The names, in the order they came.</summary>
    public ICollection<string> Keys => [.. named_children().Select(entry => entry.name)];

    /// <summary>The modules, in the order they came.</summary>
    public ICollection<T> Values => [.. children().Cast<T>()];

    /// <summary>The module of a name; setting one puts it in the old one's place.</summary>
    public T this[string key]
    {
        get => TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"no module '{key}' among [{string.Join(", ", Keys)}]");
        set
        {
            var at = Place(key);
            if (at < 0)
                Add(key, value);
            else
                ReplaceModule(at, key, value);
        }
    }

    /// <summary>Takes a module in.</summary>
    public void Add(string key, T value) => register_module(key, value);

    /// <summary>Takes a module in.</summary>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <summary>Whether there is a module of that name.</summary>
    public bool ContainsKey(string key) => Place(key) >= 0;

    /// <summary>The module of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        value = (T?)named_children().FirstOrDefault(entry => entry.name == key).module;
        return value is not null;
    }

    /// <summary>Lets a module go, without disposing it.</summary>
    public bool Remove(string key)
    {
        var at = Place(key);
        if (at >= 0)
            RemoveModule(at);
        return at >= 0;
    }

    /// <summary>Lets all modules go, without disposing them.</summary>
    public void clear()
    {
        while (Count > 0)
            RemoveModule(0);
    }

    /// <summary>Names and modules.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>The names.</summary>
    public IEnumerable<string> keys() => Keys;

    /// <summary>The modules.</summary>
    public IEnumerable<T> values() => Values;

    /// <inheritdoc />
    public IEnumerator<(string, T)> GetEnumerator() => named_children().Select(entry => (entry.name, (T)entry.module)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    protected override void RegisterComponents()
    {
    }

    private int Place(string key) => Keys.ToList().IndexOf(key);
}
