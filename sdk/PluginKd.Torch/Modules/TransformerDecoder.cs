using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Copies of a decoder layer, one after the other.</summary>
public sealed class TransformerDecoder
    : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> _layers;
    private readonly LayerNorm? _norm;

    internal TransformerDecoder(TransformerDecoderLayer layer, long count, LayerNorm? norm = null)
        : base(nameof(TransformerDecoder))
    {
        ArgumentNullException.ThrowIfNull(layer);
        register_module("layers", _layers = []);
        for (long i = 0; i < count; i++)
            _layers.Add(layer.Copied());
        if (norm is not null)
            register_module("norm", _norm = norm);
    }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);

    /// <inheritdoc cref="TransformerDecoderLayer.call(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)" />
    public new Tensor call(
        Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    /// <inheritdoc />
    public override Tensor forward(
        Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
    {
        ArgumentNullException.ThrowIfNull(tgt);
        using var scope = NewDisposeScope();
        var current = tgt;
        foreach (var layer in _layers)
            current = layer.call(current, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        current = _norm?.call(current) ?? current;
        return ReferenceEquals(current, tgt) ? scope.MoveToOuter(tgt.alias()) : scope.MoveToOuter(current);
    }
}
