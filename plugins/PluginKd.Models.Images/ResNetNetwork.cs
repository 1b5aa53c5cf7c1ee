using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Images;

/// <summary>The layers of a residual network for small images.</summary>
internal sealed class ResNetNetwork : Network
{
    /// <summary>Groups of blocks; each but the first halves height and width.</summary>
    public const int Groups = 3;

    private readonly ImageShape _shape;
    private readonly Conv2d _first;
    private readonly BatchNorm2d _norm;
    private readonly Sequential[] _groups;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public ResNetNetwork(ImageShape shape, int outputs, ResNetSettings settings)
        : base(nameof(ResNetNetwork))
    {
        _shape = shape;
        Saved = shape.Saved;
        var blocks = (settings.Depth - 2) / 6;
        _first = Layers.Convolution(shape.Channels, settings.Width);
        _norm = BatchNorm2d(settings.Width);
        _groups = [.. Enumerable.Range(0, Groups).Select(group => Group(settings.Width, group, blocks))];
        _scores = Linear((long)settings.Width << (Groups - 1), outputs);
        register_module("conv1", _first);
        register_module("bn1", _norm);
        for (var group = 0; group < Groups; group++) register_module($"layer{group + 1}", _groups[group]);
        register_module("linear", _scores);
        init.kaiming_normal_(_scores.weight!);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [_shape.Images(inputs, "resnet")];

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var x = functional.relu(_norm.call(_first.call(input![0])));
        var hidden = new List<(string, Tensor)>();
        for (var group = 0; group < Groups; group++)
        {
            x = _groups[group].call(x);
            hidden.Add((SignalNames.Hidden(group), x));
        }

        var embedding = x.mean([2, 3]);
        return new Signals([(SignalNames.Logits, _scores.call(embedding)), (SignalNames.Embedding, embedding), .. hidden]);
    }

    private static Sequential Group(int width, int group, int blocks)
    {
        var planes = (long)width << group;
        return Sequential([.. Enumerable.Range(0, blocks).Select(block =>
            (Module<Tensor, Tensor>)new ResidualBlock(block == 0 && group > 0 ? planes / 2 : planes, planes))]);
    }
}
