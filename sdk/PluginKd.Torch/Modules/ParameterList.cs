using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters in a list, registered as "0", "1" and so on.</summary>
public class ParameterList : nn.Module, IReadOnlyList<Parameter>
{
    private readonly List<Parameter> _items = [];

    /// <summary>A list of these parameters.</summary>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => extend(parameters);

    /// <summary>How many parameters there are.</summary>
    public int Count => _items.Count;

    /// <summary>One of the parameters, from 0.</summary>
    public Parameter this[int index] => _items[index];

    /// <summary>Puts a parameter behind the others.</summary>
    public void Add(Parameter item)
    {
        register_parameter(_items.Count.ToString(CultureInfo.InvariantCulture), item);
        _items.Add(item);
    }

    /// <summary>Puts parameters behind the others.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Puts parameters behind the others.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            Add(parameter);
    }

    /// <inheritdoc />
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    protected override void RegisterComponents()
    {
    }
}
