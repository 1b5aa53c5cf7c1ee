namespace PluginKd.Sdk;

/// <summary>N pairs: two texts each, or an image and a text.</summary>
public sealed class PairInputs : Inputs
{
    /// <summary>Puts inputs side by side.</summary>
    /// <param name="first">N texts or images.</param>
    /// <param name="second">N texts.</param>
    /// <exception cref="ArgumentException">The numbers differ, or no model takes such pairs.</exception>
    public PairInputs(Inputs first, Inputs second)
    {
        (First, Second) = (first, second);
        if (first.Count != second.Count) throw new ArgumentException($"{first.Count} inputs cannot be paired with {second.Count}.");
        Modality = (first.Modality, second.Modality) switch
        {
            (Modality.Text, Modality.Text) => Modality.TextPair,
            (Modality.Images, Modality.Text) => Modality.ImageText,
            _ => throw new ArgumentException($"{first.Modality.Describe()} cannot be paired with {second.Modality.Describe()}."),
        };
    }

    /// <summary>The first of each pair, such as the premise, the question or the image.</summary>
    public Inputs First { get; }

    /// <summary>The second of each pair, such as the hypothesis, the answer or the caption.</summary>
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
