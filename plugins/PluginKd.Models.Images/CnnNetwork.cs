using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Images;

/// <summary>Convolutions with batch norm, then the mean over positions.</summary>
internal sealed class CnnNetwork : Network
{
    private readonly ImageShape _shape;
    private readonly double _dropout;
    private readonly ModuleList<Conv2d> _layers;
    private readonly ModuleList<BatchNorm2d> _norms;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public CnnNetwork(ImageShape shape, int outputs, CnnSettings settings)
        : base(nameof(CnnNetwork))
    {
        (_shape, _dropout, Saved) = (shape, settings.Dropout, shape.Saved);
        long[] planes = [shape.Channels, .. settings.Channels.Select(channels => (long)channels)];
        _layers = new ModuleList<Conv2d>([.. planes.Zip(planes.Skip(1), (from, to) => Layers.Convolution(from, to, kernel: settings.Kernel))]);
        _norms = new ModuleList<BatchNorm2d>([.. planes.Skip(1).Select(to => BatchNorm2d(to))]);
        _scores = Linear(planes[^1], outputs);
        register_module("layers", _layers);
        register_module("norms", _norms);
        register_module("scores", _scores);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [_shape.Images(inputs, "cnn")];

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var x = input![0];
        var hidden = new List<(string, Tensor)>();
        for (var k = 0; k < _layers.Count; k++)
        {
            if (k > 0) x = Pooled(x);
            x = functional.relu(_norms[k].call(_layers[k].call(x)));
            hidden.Add((SignalNames.Hidden(k), x));
        }

        var embedding = functional.dropout(x.mean([2, 3]), _dropout, training);
        return new Signals([(SignalNames.Logits, _scores.call(embedding)), (SignalNames.Embedding, embedding), .. hidden]);
    }

    private static Tensor Pooled(Tensor x)
    {
        var (height, width) = (Math.Min(2, x.size(2)), Math.Min(2, x.size(3)));
        return height * width == 1 ? x : functional.max_pool2d(x, [height, width]);
    }
}
