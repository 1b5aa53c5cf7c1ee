using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Self-attention and two linear layers over sequences [T, N, E], each added to its input and normalised after.</summary>
public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>, nn.IModule<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly Settings _settings;
    private readonly MultiheadAttention _attention;
    private readonly Linear _wide;
    private readonly Linear _narrow;
    private readonly LayerNorm _first;
    private readonly LayerNorm _second;

    internal TransformerEncoderLayer(Settings settings)
        : base(nameof(TransformerEncoderLayer))
    {
        _settings = settings;
        var (width, heads, inner, dropout, _) = settings;
        register_module("self_attn", _attention = new(width, heads, dropout, true, false, false, width, width));
        register_module("linear1", _wide = Linear.Create(width, inner, true, null, null));
        register_module("linear2", _narrow = Linear.Create(inner, width, true, null, null));
        register_module("norm1", _first = new([width], 1e-5, true, true, null, null));
        register_module("norm2", _second = new([width], 1e-5, true, true, null, null));
    }

    /// <inheritdoc cref="call(Tensor, Tensor, Tensor)" />
    public Tensor call(Tensor src, Tensor? src_mask) => Attended(src, src_mask, null);

    /// <summary>What the layer makes of [T, N, E].</summary>
    /// <param name="src">The sequences.</param>
    /// <param name="src_mask">True where a place must not look, [T, T]; or numbers to add.</param>
    /// <param name="src_key_padding_mask">True where a place is padding, [N, T].</param>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => Attended(src, src_mask, src_key_padding_mask);

    /// <inheritdoc />
    public override Tensor forward(Tensor src) => Attended(src, null, null);

    /// <summary>A layer of the same settings with a copy of the weights, of their type and where they are.</summary>
    internal TransformerEncoderLayer Copied() => CopiedInto(() => new TransformerEncoderLayer(_settings));

    private Tensor Attended(Tensor source, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var seen = _attention.call(source, source, source, padding, false, mask).Item1;
        var middle = _first.call(source + Dropped(seen));
        var wide = _wide.call(middle);
        var active = _settings.Activation == nn.Activations.GELU ? nn.functional.gelu(wide) : nn.functional.relu(wide);
        return scope.MoveToOuter(_second.call(middle + Dropped(_narrow.call(Dropped(active)))));
    }

    private Tensor Dropped(Tensor tensor) => nn.functional.dropout(tensor, _settings.Dropout, training);

    internal sealed record Settings(long Width, long Heads, long Inner, double Dropout, nn.Activations Activation);
}
