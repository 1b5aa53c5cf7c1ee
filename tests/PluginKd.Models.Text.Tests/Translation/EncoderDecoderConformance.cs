namespace PluginKd.Models.Text.Tests;

public sealed class EncoderDecoderConformance : KdConformance<EncoderDecoder>
{
    protected override Modality Modality => Modality.Translation;

    protected override object[] Settings =>
    [
        new EncoderDecoderSettings { Width = 8, Heads = 2, Inner = 12, Pieces = 300 },
        new EncoderDecoderSettings { Width = 9, Heads = 3, Inner = 6, Layers = 1, DecoderLayers = 3, Pieces = 300, MaxLength = 8, Dropout = 0, AttentionDropout = 0.2 },
    ];
}
