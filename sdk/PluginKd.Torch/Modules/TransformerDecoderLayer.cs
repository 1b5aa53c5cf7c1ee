using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention to itself, attention to a memory and two linear layers, each with what went in added and normalised after; [T, N, E].</summary>
public sealed class TransformerDecoderLayer
    : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoderLayer.Settings _settings;
    private readonly MultiheadAttention _own;
    private readonly MultiheadAttention _other;
    private readonly Linear _wide;
    private readonly Linear _narrow;
    private readonly LayerNorm[] _norms;

    internal TransformerDecoderLayer(TransformerEncoderLayer.Settings settings)
        : base(nameof(TransformerDecoderLayer))
    {
        _settings = settings;
        var (width, heads, inner, dropout, _) = settings;
        register_module("self_attn", _own = new(width, heads, dropout, true, false, false, width, width));
        register_module("multihead_attn", _other = new(width, heads, dropout, true, false, false, width, width));
        register_module("linear1", _wide = Linear.Create(width, inner, true, null, null));
        register_module("linear2", _narrow = Linear.Create(inner, width, true, null, null));
        _norms = new LayerNorm[3];
        for (var i = 0; i < _norms.Length; i++)
            register_module($"norm{i + 1}", _norms[i] = new([width], 1e-5, true, true, null, null));
    }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);

    /// <summary>With masks: bool where not to look, or numbers to add to the scores; [T, T], [T, S], [N, T] and [N, S].</summary>
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
        var own = _own.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1;
        var first = _norms[0].call(tgt + Dropped(own));
        var other = _other.call(first, memory, memory, memory_key_padding_mask, false, memory_mask).Item1;
        var second = _norms[1].call(first + Dropped(other));
        var wide = _wide.call(second);
        var active = _settings.Activation == nn.Activations.GELU ? nn.functional.gelu(wide) : nn.functional.relu(wide);
        return scope.MoveToOuter(_norms[2].call(second + Dropped(_narrow.call(Dropped(active)))));
    }

    internal TransformerDecoderLayer Copied() => CopiedInto(() => new TransformerDecoderLayer(_settings));

    private Tensor Dropped(Tensor tensor) => nn.functional.dropout(tensor, _settings.Dropout, training);
}
