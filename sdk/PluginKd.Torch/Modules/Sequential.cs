using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one behind the other; unnamed ones are called "0", "1" and so on.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> _steps = [];

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

    /// <summary>Puts a module behind the others.</summary>
    public Sequential append(nn.Module<Tensor, Tensor> module) =>
        append(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    /// <summary>Puts a module behind the others, under a name.</summary>
    public Sequential append(string name, nn.Module<Tensor, Tensor> module)
    {
        register_module(name, module);
        _steps.Add(module);
        return this;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (_steps.Count == 0)
            return input.alias();
        var current = input;
        foreach (var step in _steps)
        {
            var next = step.call(current);
            if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next))
                current.Dispose();
            current = next;
        }

        return current;
    }
}
