using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Dense;

/// <summary>Linear layers with an activation after each but the last.</summary>
internal sealed class MlpNetwork : Network
{
    private readonly long _inputs;
    private readonly MlpSettings _settings;
    private readonly ModuleList<Linear> _layers;

    /// <summary>Makes the layers with new weights.</summary>
    public MlpNetwork(long inputs, int outputs, MlpSettings settings, IReadOnlyDictionary<string, string> saved)
        : base(nameof(MlpNetwork))
    {
        (_inputs, _settings, Saved) = (inputs, settings, saved);
        long[] widths = [inputs, .. settings.Hidden.Select(width => (long)width), outputs];
        _layers = new ModuleList<Linear>([.. widths.Zip(widths.Skip(1), (from, to) => Linear(from, to))]);
        register_module("layers", _layers);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <summary>Counts the numbers of one input.</summary>
    public static long WidthOf(Inputs inputs) => Dense(inputs).Shape.Aggregate(1L, (product, size) => product * size);

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        var width = WidthOf(inputs);
        if (width != _inputs)
            throw new UserErrorException($"an input has {width} numbers", $"{_inputs}, as the network was made for", "model 'mlp'",
                "use the data that the network was trained on, or train it anew");
        return [Dense(inputs).Values.reshape(-1, width)];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var x = input![0];
        var hidden = new List<(string, Tensor)>();
        for (var k = 0; k < _layers.Count - 1; k++)
        {
            x = functional.dropout(Activate(_layers[k].call(x)), _settings.Dropout, training);
            hidden.Add((SignalNames.Hidden(k), x));
        }

        return new Signals([(SignalNames.Logits, _layers[_layers.Count - 1].call(x)), (SignalNames.Embedding, x), .. hidden]);
    }

    private static DenseInputs Dense(Inputs inputs) => inputs as DenseInputs ?? throw inputs.NotTakenBy("mlp", Modality.Rows, Modality.Images);

    private Tensor Activate(Tensor x) => _settings.Activation switch
    {
        Activation.Relu => functional.relu(x),
        Activation.Gelu => functional.gelu(x),
        _ => x.tanh(),
    };
}
