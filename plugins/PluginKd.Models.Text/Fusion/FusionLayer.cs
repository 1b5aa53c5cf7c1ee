using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>What a fusion layer answers.</summary>
/// <param name="Hidden">[N, T, D].</param>
/// <param name="Seen">What the heads saw within the text.</param>
/// <param name="Cross">Weights from the text to the tokens of the first side, [N, heads, T, M].</param>
internal sealed record Fused(Tensor Hidden, HeadsSeen Seen, Tensor Cross);

/// <summary>A layer of an encoder with attention to the other side between its two halves.</summary>
internal sealed class FusionLayer : Module
{
    private readonly EncoderLayer _own;
    private readonly CrossAttention _cross;

    /// <summary>Makes the layer with new weights.</summary>
    public FusionLayer(EncoderSizes sizes, FusionEncoderSettings settings)
        : base(nameof(FusionLayer))
    {
        register_module("own", _own = new EncoderLayer(sizes, settings));
        register_module("cross", _cross = new CrossAttention(settings));
    }

    /// <summary>Works on the positions of N texts.</summary>
    /// <param name="x">[N, T, D].</param>
    /// <param name="isPadding">Bool [N, 1, 1, T].</param>
    /// <param name="first">The other side.</param>
    public Fused Fuse(Tensor x, Tensor isPadding, FirstTokens first)
    {
        (x, var seen) = _own.Attended(x, isPadding);
        (x, var cross) = _cross.call(x, first.Tokens, first.IsPadding);
        return new(_own.Changed(x), seen, cross);
    }
}
