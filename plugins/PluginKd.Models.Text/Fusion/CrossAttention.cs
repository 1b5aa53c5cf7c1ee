using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Lets the positions of one side look at the tokens of the other; what they see is added.</summary>
internal sealed class CrossAttention : Module<Tensor, Tensor, Tensor?, (Tensor Hidden, Tensor Attention)>
{
    private readonly FusionEncoderSettings _settings;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _output;
    private readonly LayerNorm _norm;

    /// <summary>Makes the layer with new weights.</summary>
    public CrossAttention(FusionEncoderSettings settings)
        : base(nameof(CrossAttention))
    {
        _settings = settings;
        register_module("query", _query = Linear(settings.Width, settings.Width));
        register_module("key", _key = Linear(settings.Width, settings.Width));
        register_module("value", _value = Linear(settings.Width, settings.Width));
        register_module("output", _output = Linear(settings.Width, settings.Width));
        register_module("norm", _norm = LayerNorm(settings.Width, EncoderSizes.BertEpsilon));
    }

    /// <summary>Looks.</summary>
    /// <param name="x">[N, T, D], positions that look.</param>
    /// <param name="tokens">[N, M, D], tokens that are looked at.</param>
    /// <param name="isPadding">Bool [N, 1, 1, M] of the tokens, or null.</param>
    /// <returns>[N, T, D], and attention weights before dropout, [N, heads, T, M].</returns>
    public override (Tensor Hidden, Tensor Attention) forward(Tensor x, Tensor tokens, Tensor? isPadding)
    {
        var isPre = _settings.Norm == NormPlace.Pre;
        var heads = HeadAttention.Of(_query.call(isPre ? _norm.call(x) : x), _key.call(tokens), _value.call(tokens), _settings.Heads, isPadding, training ? _settings.AttentionDropout : 0);
        var seen = _output.call(heads.Mixed);
        x += _settings.Dropout == 0 ? seen : functional.dropout(seen, _settings.Dropout, training);
        return (isPre ? x : _norm.call(x), heads.Weights);
    }
}
