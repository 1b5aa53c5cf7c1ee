using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Copies of one encoder layer, one behind the other, over sequences [T, N, E].</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;
    private readonly LayerNorm? _norm;

    internal TransformerEncoder(TransformerEncoderLayer layer, long count, LayerNorm? norm = null)
        : base(nameof(TransformerEncoder))
    {
        ArgumentNullException.ThrowIfNull(layer);
        register_module("layers", _layers = []);
        for (long i = 0; i < count; i++)
            _layers.Add(layer.Copied());
        if (norm is not null)
            register_module("norm", _norm = norm);
    }

    /// <summary>What the layers make of [T, N, E].</summary>
    public Tensor call(Tensor src) => call(src, null, null);

    /// <summary>What the layers make of [T, N, E] under a mask.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    /// <inheritdoc />
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        ArgumentNullException.ThrowIfNull(src);
        var current = src.alias();
        foreach (var layer in _layers)
        {
            using var last = current;
            current = layer.call(last, src_mask, src_key_padding_mask);
        }

        if (_norm is null)
            return current;
        using (current)
            return _norm.call(current);
    }
}
