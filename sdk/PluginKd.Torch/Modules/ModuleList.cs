using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a list, registered as "0", "1" and so on.</summary>
public class ModuleList<T> : nn.Module, IReadOnlyList<T>
    where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>)) => append(modules);

    /// <summary>How many modules there are.</summary>
    public int Count => _items.Count;

    /// <summary>One of the modules, from 0.</summary>
    public T this[int index] => _items[index];

    /// <summary>Puts a module behind the others.</summary>
    public void Add(T item)
    {
        register_module(_items.Count.ToString(CultureInfo.InvariantCulture), item);
        _items.Add(item);
    }

    /// <summary>Puts modules behind the others.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Puts modules behind the others.</summary>
    public void extend(IEnumerable<T> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    protected override void RegisterComponents()
    {
    }
}
