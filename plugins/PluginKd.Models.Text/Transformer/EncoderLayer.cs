using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Attention, then two linear layers with GELU; each added to what came in.</summary>
internal sealed class EncoderLayer : Module<Tensor, Tensor, (Tensor Hidden, Tensor Attention)>
{
    private readonly EncoderSizes _sizes;
    private readonly TextTransformerSettings _settings;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _output;
    private readonly LayerNorm _attentionNorm;
    private readonly Linear _inner;
    private readonly Linear _outer;
    private readonly LayerNorm _outerNorm;

    /// <summary>Makes the layer with new weights.</summary>
    public EncoderLayer(EncoderSizes sizes, TextTransformerSettings settings)
        : base(nameof(EncoderLayer))
    {
        (_sizes, _settings) = (sizes, settings);
        register_module("query", _query = Linear(sizes.Width, sizes.Width));
        register_module("key", _key = Linear(sizes.Width, sizes.Width));
        register_module("value", _value = Linear(sizes.Width, sizes.Width));
        register_module("output", _output = Linear(sizes.Width, sizes.Width));
        register_module("attention_norm", _attentionNorm = LayerNorm(sizes.Width, sizes.Epsilon));
        register_module("inner", _inner = Linear(sizes.Width, sizes.Inner));
        register_module("outer", _outer = Linear(sizes.Inner, sizes.Width));
        register_module("outer_norm", _outerNorm = LayerNorm(sizes.Width, sizes.Epsilon));
    }

    /// <summary>Works on the positions of N texts.</summary>
    /// <param name="x">[N, T, D].</param>
    /// <param name="isPadding">Bool [N, 1, 1, T].</param>
    /// <returns>[N, T, D], and attention weights before dropout, [N, heads, T, T].</returns>
    public override (Tensor Hidden, Tensor Attention) forward(Tensor x, Tensor isPadding)
    {
        var isPre = _settings.Norm == NormPlace.Pre;
        var (mixed, attention) = Attend(isPre ? _attentionNorm.call(x) : x, isPadding);
        x += Thinned(mixed, _settings.Dropout);
        if (!isPre) x = _attentionNorm.call(x);
        var changed = _outer.call(functional.gelu(_inner.call(isPre ? _outerNorm.call(x) : x)));
        x += Thinned(changed, _settings.Dropout);
        return (isPre ? x : _outerNorm.call(x), attention);
    }

    // Vaswani et al., section 3.2: softmax(Q·Kᵀ ÷ √d)·V; a score of −∞ takes padding out exactly.
    private (Tensor Mixed, Tensor Attention) Attend(Tensor x, Tensor isPadding)
    {
        var scores = Heads(_query.call(x)).matmul(Heads(_key.call(x)).transpose(-2, -1)) / Math.Sqrt((double)_sizes.Width / _sizes.Heads);
        var attention = scores.masked_fill(isPadding, double.NegativeInfinity).softmax(-1);
        var mixed = Thinned(attention, _settings.AttentionDropout).matmul(Heads(_value.call(x))).transpose(1, 2).reshape(x.shape);
        return (_output.call(mixed), attention);
    }

    private Tensor Heads(Tensor x) => x.view(x.size(0), x.size(1), _sizes.Heads, -1).transpose(1, 2);

    private Tensor Thinned(Tensor x, double share) => share == 0 ? x : functional.dropout(x, share, training);
}
