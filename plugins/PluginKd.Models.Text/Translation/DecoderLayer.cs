using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>A look at the pieces so far, a look at the text, two linear layers with GELU; each normalised before and added to what came in.</summary>
internal sealed class DecoderLayer : Module
{
    private readonly double _dropout;
    private readonly LayerNorm _ownNorm;
    private readonly Attention _own;
    private readonly LayerNorm _textNorm;
    private readonly Attention _text;
    private readonly LayerNorm _innerNorm;
    private readonly Linear _inner;
    private readonly Linear _outer;

    /// <summary>Makes the layer with new weights.</summary>
    public DecoderLayer(EncoderDecoderSettings settings)
        : base(nameof(DecoderLayer))
    {
        _dropout = settings.Dropout;
        register_module("own_norm", _ownNorm = LayerNorm(settings.Width));
        register_module("own", _own = new Attention(settings.Width, settings.Heads, settings.AttentionDropout));
        register_module("text_norm", _textNorm = LayerNorm(settings.Width));
        register_module("text", _text = new Attention(settings.Width, settings.Heads, settings.AttentionDropout));
        register_module("inner_norm", _innerNorm = LayerNorm(settings.Width));
        register_module("inner", _inner = Linear(settings.Width, settings.Inner));
        register_module("outer", _outer = Linear(settings.Inner, settings.Width));
    }

    /// <summary>What this layer looks at of the text, the same at every place.</summary>
    /// <param name="memory">Output of the encoder, [N, S, D].</param>
    public KeysValues Read(Tensor memory) => _text.Read(memory);

    /// <summary>Works on places one behind the other.</summary>
    /// <param name="y">[N, T, D].</param>
    /// <param name="past">Places before these, or null for none.</param>
    /// <param name="isLater">Bool [T, T]: which of these places are behind which; null for one place.</param>
    /// <param name="text">From <see cref="Read"/>.</param>
    /// <param name="isPadding">Bool [N, 1, 1, S].</param>
    /// <returns>[N, T, D], and what later places look at.</returns>
    public (Tensor Y, KeysValues Own) Call(Tensor y, KeysValues? past, Tensor? isLater, KeysValues text, Tensor isPadding)
    {
        var normed = _ownNorm.call(y);
        var own = past is null ? _own.Read(normed) : past.Then(_own.Read(normed));
        y += Thinned(_own.Look(normed, own, isLater));
        y += Thinned(_text.Look(_textNorm.call(y), text, isPadding));
        return (y + Thinned(_outer.call(functional.gelu(_inner.call(_innerNorm.call(y))))), own);
    }

    private Tensor Thinned(Tensor x) => _dropout == 0 ? x : functional.dropout(x, _dropout, training);
}
