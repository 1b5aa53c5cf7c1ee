using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters one after the other under the names 0, 1, 2 ….</summary>
public class ParameterList : nn.Module, IList<Parameter>, IReadOnlyList<Parameter>
{
    private readonly List<Parameter> _items = [];

    /// <summary>The parameters given.</summary>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => extend(parameters);

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>False: it can be changed.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a place.</summary>
    public Parameter this[int index]
    {
        get => _items[index];
        set => Change(items => items[index] = value);
    }

    /// <summary>Puts a parameter at the end.</summary>
    public void Add(Parameter item)
    {
        register_parameter(_items.Count.ToString(CultureInfo.InvariantCulture), item);
        _items.Add(item);
    }

    /// <summary>Puts parameters at the end.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Puts parameters at the end.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var parameter in parameters)
            Add(parameter);
    }

    /// <summary>Puts a parameter before another; those behind it get the next names.</summary>
    public void Insert(int index, Parameter item) => Change(items => items.Insert(index, item));

    /// <summary>Takes a parameter out; those behind it get the names before theirs.</summary>
    public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

    /// <summary>Takes a parameter out, if it is there.</summary>
    public bool Remove(Parameter item)
    {
        var at = IndexOf(item);
        if (at >= 0)
            RemoveAt(at);
        return at >= 0;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => Change(items => items.Clear());

    /// <summary>Whether the parameter itself, not one of the same numbers, is here.</summary>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <summary>The place of a parameter itself, or -1.</summary>
    public int IndexOf(Parameter item) => _items.FindIndex(own => ReferenceEquals(own, item));

    /// <summary>Writes the parameters into an array.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing: parameters are registered as they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Change(Action<List<Parameter>> change)
    {
        change(_items);
        Parameter[] all = [.. _items];
        _items.Clear();
        ClearParameters();
        extend(all);
    }
}
