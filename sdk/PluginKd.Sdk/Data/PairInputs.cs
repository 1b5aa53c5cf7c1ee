namespace PluginKd.Sdk;

/// <summary>N pairs: two texts each, an image and a text, or a text and the pieces of its translation.</summary>
/// <remarks>
/// Of a translation the pieces are those whose labels <see cref="Split.TokenLabels"/> holds, the end mark (<see cref="IGenerator.End"/>) among them. A network answers with logits [N, T, C], row t
/// from the text and the pieces before t alone.
/// </remarks>
public sealed class PairInputs : Inputs
{
    /// <summary>Puts inputs side by side.</summary>
    /// <param name="first">N texts or images.</param>
    /// <param name="second">N texts, or sequences of pieces.</param>
    /// <exception cref="ArgumentException">The numbers differ, or no model takes such pairs.</exception>
    public PairInputs(Inputs first, Inputs second)
    {
        (First, Second) = (first, second);
        if (first.Count != second.Count) throw new ArgumentException($"{first.Count} inputs cannot be paired with {second.Count}.");
        Modality = (first.Modality, second.Modality) switch
        {
            (Modality.Text, Modality.Text) => Modality.TextPair,
            (Modality.Images, Modality.Text) => Modality.ImageText,
            (Modality.Text, Modality.Tokens) => Modality.Translation,
            _ => throw new ArgumentException($"{first.Modality.Describe()} cannot be paired with {second.Modality.Describe()}."),
        };
    }

    /// <summary>The first of each pair, such as the premise, the question, the image, or the text to translate.</summary>
    public Inputs First { get; }

    /// <summary>The second of each pair, such as the hypothesis, the answer, the caption, or the translation.</summary>
    public Inputs Second { get; }

    /// <inheritdoc />
    public override Modality Modality { get; }

    /// <inheritdoc />
    public override int Count => First.Count;

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions) => new PairInputs(First.Take(positions), Second.Take(positions));

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others)
    {
        PairInputs[] pairs = [.. others.Select(o => o as PairInputs ?? throw new ArgumentException($"{Modality.Describe()} cannot be joined with {o.Modality.Describe()}."))];
        return new PairInputs(First.Concat(pairs.Select(p => p.First)), Second.Concat(pairs.Select(p => p.Second)));
    }
}
