using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Attention, then two linear layers with GELU; each added to what came in.</summary>
internal sealed class EncoderLayer : Module<Tensor, Tensor, (Tensor Hidden, HeadsSeen Seen)>
{
    private readonly EncoderSizes _sizes;
    private readonly TransformerSettings _settings;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _output;
    private readonly LayerNorm _attentionNorm;
    private readonly Linear _inner;
    private readonly Linear _outer;
    private readonly LayerNorm _outerNorm;

    /// <summary>Makes the layer with new weights.</summary>
    public EncoderLayer(EncoderSizes sizes, TransformerSettings settings)
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
    /// <returns>[N, T, D], and what the heads saw.</returns>
    public override (Tensor Hidden, HeadsSeen Seen) forward(Tensor x, Tensor isPadding)
    {
        (x, var seen) = Attended(x, isPadding);
        return (Changed(x), seen);
    }

    /// <summary>The first half: what positions see of each other is added.</summary>
    /// <param name="x">[N, T, D].</param>
    /// <param name="isPadding">Bool [N, 1, 1, T], or null where nothing is padding.</param>
    public (Tensor Hidden, HeadsSeen Seen) Attended(Tensor x, Tensor? isPadding)
    {
        var input = IsPre ? _attentionNorm.call(x) : x;
        var seen = HeadAttention.Of(_query.call(input), _key.call(input), _value.call(input), _sizes.Heads, isPadding, training ? _settings.AttentionDropout : 0);
        x += Thinned(_output.call(seen.Mixed), _settings.Dropout);
        return (IsPre ? x : _attentionNorm.call(x), seen);
    }

    /// <summary>The second half: what two linear layers make of each position is added.</summary>
    /// <param name="x">[N, T, D].</param>
    public Tensor Changed(Tensor x)
    {
        var changed = _outer.call(functional.gelu(_inner.call(IsPre ? _outerNorm.call(x) : x)));
        x += Thinned(changed, _settings.Dropout);
        return IsPre ? x : _outerNorm.call(x);
    }

    private bool IsPre => _settings.Norm == NormPlace.Pre;

    private Tensor Thinned(Tensor x, double share) => share == 0 ? x : functional.dropout(x, share, training);
}
