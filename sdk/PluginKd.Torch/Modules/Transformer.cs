using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An encoder and a decoder that looks at what it made, both normalised at their ends; [S, N, E] and [T, N, E] giving [T, N, E].</summary>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder _encoder;
    private readonly TransformerDecoder _decoder;

    internal Transformer(TransformerEncoderLayer.Settings settings, long encoderLayers, long decoderLayers)
        : base(nameof(Transformer))
    {
        using (var layer = new TransformerEncoderLayer(settings))
            register_module("encoder", _encoder = new(layer, encoderLayers, Norm()));
        using (var layer = new TransformerDecoderLayer(settings))
            register_module("decoder", _decoder = new(layer, decoderLayers, Norm()));
        foreach (var weight in parameters().Where(parameter => parameter.ndim > 1))
            nn.init.xavier_uniform_(weight);

        LayerNorm Norm() => new([settings.Width], 1e-5, true, true, null, null);
    }

    /// <summary>With masks: bool where not to look, or numbers to add to the scores.</summary>
    public Tensor call(
        Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
        Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var memory = _encoder.call(src, src_mask, src_key_padding_mask);
        return _decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);
}
