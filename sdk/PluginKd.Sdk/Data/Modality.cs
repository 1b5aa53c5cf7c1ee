namespace PluginKd.Sdk;

/// <summary>What inputs are made of; a model says which it takes.</summary>
public enum Modality
{
    /// <summary>Texts, see <see cref="TextInputs"/>.</summary>
    Text,

    /// <summary>Two texts each, such as premise and hypothesis, or question and answer; see <see cref="PairInputs"/>.</summary>
    TextPair,

    /// <summary>Sequences of words, each with a label of its own; see <see cref="TokenInputs"/> and <see cref="Split.TokenLabels"/>.</summary>
    Tokens,

    /// <summary>Rows of numbers, see <see cref="DenseInputs"/>.</summary>
    Rows,

    /// <summary>Images, see <see cref="DenseInputs"/>.</summary>
    Images,

    /// <summary>An image and a text each, see <see cref="PairInputs"/>.</summary>
    ImageText,

    /// <summary>A text and the pieces of its translation each, see <see cref="PairInputs"/>; the labels of the pieces are in <see cref="Split.TokenLabels"/>.</summary>
    Translation,
}

/// <summary>Names modalities in messages.</summary>
public static class Modalities
{
    /// <summary>Names a modality for a person, such as <c>pairs of texts</c>.</summary>
    /// <param name="modality">The modality.</param>
    public static string Describe(this Modality modality) => modality switch
    {
        Modality.Text => "texts",
        Modality.TextPair => "pairs of texts",
        Modality.Tokens => "sequences of words",
        Modality.Rows => "rows of numbers",
        Modality.Images => "images",
        Modality.ImageText => "images with texts",
        Modality.Translation => "texts with their translations",
        _ => modality.ToString(),
    };

    /// <summary>Names several modalities for a person, such as <c>rows of numbers or images</c>.</summary>
    /// <param name="modalities">At least one.</param>
    public static string Describe(this IReadOnlyList<Modality> modalities) => string.Join(" or ", modalities.Select(Describe));
}
