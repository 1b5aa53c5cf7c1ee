using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other under the names 0, 1, 2 …; it says which belong together, not how they are called.</summary>
public class ModuleList<T> : nn.Module, IList<T>, IReadOnlyList<T>
    where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>The modules given.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>)) => append(modules);

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>False: it can be changed.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => _items[index];
        set => Change(items => items[index] = value);
    }

    /// <summary>Puts a module at the end.</summary>
    public void Add(T item)
    {
        register_module(_items.Count.ToString(CultureInfo.InvariantCulture), item);
        _items.Add(item);
    }

    /// <summary>Puts modules at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Puts modules at the end.</summary>
    public void extend(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>Puts a module before another; those behind it get the next names.</summary>
    public void Insert(int index, T item) => Change(items => items.Insert(index, item));

    /// <summary>Takes a module out; those behind it get the names before theirs.</summary>
    public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

    /// <summary>Takes a module out, if it is there.</summary>
    public bool Remove(T item)
    {
        var at = IndexOf(item);
        if (at >= 0)
            RemoveAt(at);
        return at >= 0;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => Change(items => items.Clear());

    /// <summary>Whether the module is here.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The place of a module, or -1.</summary>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <summary>Writes the modules into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing: modules are registered as they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Change(Action<List<T>> change)
    {
        change(_items);
        T[] all = [.. _items];
        _items.Clear();
        while (children().Any())
            RemoveModule(0);
        extend(all);
    }
}
