using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules under names, in the order in which they were put in.</summary>
public class ModuleDict<T> : NamedEntries<T>
    where T : nn.Module
{
    /// <summary>The modules given.</summary>
    public ModuleDict(params (string, T)[] modules)
        : base(nameof(ModuleDict<T>)) => AddAll(modules);

    private protected override List<(string Name, T Value)> Entries => [.. named_children().Select(entry => (entry.name, (T)entry.module))];

    /// <inheritdoc />
    public sealed override void Add(string key, T value) => register_module(key, value);

    private protected override void Unregister()
    {
        while (children().Any())
            RemoveModule(0);
    }
}
