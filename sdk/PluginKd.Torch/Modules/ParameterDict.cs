using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters under names.</summary>
public class ParameterDict : nn.Module, IEnumerable<(string, Parameter)>
{
    /// <summary>These parameters under these names.</summary>
    public ParameterDict(params (string, Parameter)[] parameters)
        : base(nameof(ParameterDict))
    {
        foreach (var (name, parameter) in parameters)
            Add(name, parameter);
    }

    /// <summary>How many parameters there are.</summary>
    public int Count => named_parameters().Count();

    /// <summary>The names, in the order they came.</summary>
    public ICollection<string> Keys => [.. named_parameters().Select(entry => entry.name)];

    /// <summary>The parameters, in the order they came.</summary>
    public ICollection<Parameter> Values => [.. parameters()];

    /// <summary>The parameter of a name.</summary>
    public Parameter this[string key] =>
        get_parameter(key) ?? throw new KeyNotFoundException($"no parameter '{key}' among [{string.Join(", ", Keys)}]");

    /// <summary>Takes a parameter in.</summary>
    public void Add(string key, Parameter value) => register_parameter(key, value);

    /// <summary>Whether there is a parameter of that name.</summary>
    public bool ContainsKey(string key) => has_parameter(key);

    /// <summary>The parameter of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => (value = get_parameter(key)) is not null;

    /// <inheritdoc />
    public IEnumerator<(string, Parameter)> GetEnumerator() => named_parameters().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    protected override void RegisterComponents()
    {
    }
}
