using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one behind the other; unnamed ones are called "0", "1" and so on.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _steps = [];

    /// <summary>Modules under names, one behind the other.</summary>
    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>Modules one behind the other.</summary>
    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => _steps.Count;

    /// <summary>One of the modules, from 0.</summary>
    public nn.IModule<Tensor, Tensor> this[int index] => _steps[index];

    /// <summary>Some of the modules as a row of their own; they stay those of this one.</summary>
    public Sequential this[Range index] => new([.. named_children().ToArray()[index].Select(entry => (entry.name, (nn.Module<Tensor, Tensor>)entry.module))]);

    /// <summary>From the one up to but not including the other.</summary>
    public Sequential this[(int? from, int? to) index] => this[(index.from ?? 0)..(index.to ?? Count)];

    /// <summary>Puts a module behind the others.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    /// <summary>Puts a module behind the others, under a name.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, module as nn.Module ?? throw new ArgumentException($"'{name}' is no module", nameof(module)));
        _steps.Add(module);
        return this;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (_steps.Count == 0)
            return tensor.alias();
        var current = tensor;
        foreach (var step in _steps)
        {
            var next = step.call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                current.Dispose();
            current = next;
        }

        return current;
    }
}
