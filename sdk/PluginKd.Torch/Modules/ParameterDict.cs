namespace TorchSharp.Modules;

/// <summary>Parameters under names, in the order in which they were put in.</summary>
public class ParameterDict : NamedEntries<Parameter>
{
    /// <summary>The parameters given.</summary>
    public ParameterDict(params (string, Parameter)[] parameters)
        : base(nameof(ParameterDict)) => AddAll(parameters);

    private protected override List<(string Name, Parameter Value)> Entries => [.. OwnParameters];

    /// <inheritdoc />
    public sealed override void Add(string key, Parameter value) => register_parameter(key, value);

    private protected override void Unregister() => ClearParameters();
}
