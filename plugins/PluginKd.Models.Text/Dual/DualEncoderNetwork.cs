using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Towers, projections, comparison, class scores.</summary>
internal sealed class DualEncoderNetwork : Network
{
    // Cosines are small numbers: σ(10·s) comes near 0 and 1.
    private const double CosineScale = 5;
    private const double DotScale = 0.5;

    private const int Sides = 2;

    private readonly Network _first;
    private readonly Network _second;
    private readonly Linear _fromFirst;
    private readonly Linear _fromSecond;
    private readonly Linear _scores;
    private readonly DualEncoderSettings _settings;
    private readonly IReadOnlyList<Modality> _takes;

    /// <summary>Makes the layers behind the towers with new weights.</summary>
    public DualEncoderNetwork(DualTower first, DualTower second, int outputs, DualEncoderSettings settings, IReadOnlyList<Modality> takes)
        : base(nameof(DualEncoderNetwork))
    {
        (_first, _second, _settings, _takes) = (first.Network, second.Network, settings, takes);
        register_module("first", _first);
        register_module("from_first", _fromFirst = Linear(first.Width, settings.Width, hasBias: false));
        if (ReferenceEquals(first, second))
        {
            _fromSecond = _fromFirst;
        }
        else
        {
            register_module("second", _second);
            register_module("from_second", _fromSecond = Linear(second.Width, settings.Width, hasBias: false));
        }

        register_module("scores", _scores = Linear(1, outputs));
        var scale = settings.Score == DualScore.Cosine ? CosineScale : DotScale;
        using (no_grad())
        {
            _scores.weight.copy_(linspace(-scale, scale, outputs).unsqueeze(1));
            _scores.bias!.zero_();
        }

        Saved = new[] { first, second }.Distinct().SelectMany(tower => tower.Network.Saved.Append(new("width", tower.Width.ToString(CultureInfo.InvariantCulture)))
            .Select(entry => new KeyValuePair<string, string>($"{tower.Name}.{entry.Key}", entry.Value))).ToDictionary();
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        if (inputs is not PairInputs pairs || !_takes.Contains(inputs.Modality)) throw inputs.NotTakenBy("dual-encoder", _takes);
        IReadOnlyList<Tensor> encoded = [.. _first.Encode(pairs.First), .. _second.Encode(pairs.Second)];
        return encoded.Count == Sides ? encoded : throw new UserErrorException($"the towers make {encoded.Count} tensors of a pair", "one each", "first and second of model 'dual-encoder'", "name other models");
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var (a, b) = (Embedded(_first, _fromFirst, input![0]), Embedded(_second, _fromSecond, input[1]));
        var alike = (a * b).sum(1, keepdim: true);
        if (_settings.Score == DualScore.Dot) alike /= Math.Sqrt(_settings.Width);
        return new Signals((SignalNames.Logits, _scores.call(alike)), (DualEncoder.First, a), (DualEncoder.Second, b));
    }

    private Tensor Embedded(Network tower, Linear projection, Tensor input)
    {
        var embedding = projection.call(tower.call([input])[SignalNames.Embedding]);
        return _settings.Score == DualScore.Cosine ? functional.normalize(embedding) : embedding;
    }
}
