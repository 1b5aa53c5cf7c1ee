using System.Text.Json;

namespace PluginKd.Models.Text;

/// <summary>What the shapes of an encoder's weights follow from.</summary>
/// <param name="Words">Rows of the table of words or pieces.</param>
/// <param name="Positions">Rows of the table of positions.</param>
/// <param name="Types">Rows of the table of token types; single texts and the first of pairs have type 0, the second of pairs type 1.</param>
/// <param name="Layers">Layers.</param>
/// <param name="Width">Units of a position.</param>
/// <param name="Heads">Heads of a layer.</param>
/// <param name="Inner">Units between the two linear layers.</param>
/// <param name="Epsilon">What is added to variances, no unit.</param>
internal sealed record EncoderSizes(int Words, int Positions, int Types, int Layers, int Width, int Heads, int Inner, double Epsilon)
{
    /// <summary>What BERT adds to variances.</summary>
    public const double BertEpsilon = 1e-12;

    /// <summary>Takes the sizes from settings.</summary>
    public static EncoderSizes Of(TransformerSettings settings, int words, int types) => settings.Width % settings.Heads == 0
        ? new(words, settings.MaxLength, types, settings.Layers, settings.Width, settings.Heads, settings.Inner, BertEpsilon)
        : throw new UserErrorException($"{settings.Heads} heads cannot share a width of {settings.Width}", "a width that is a multiple of the heads",
            "width and heads of model 'text-transformer'", $"set width to {settings.Heads * Math.Max(1, settings.Width / settings.Heads)}");

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static EncoderSizes Read(string text) => JsonSerializer.Deserialize<EncoderSizes>(text)!;

    /// <summary>Writes the sizes as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
