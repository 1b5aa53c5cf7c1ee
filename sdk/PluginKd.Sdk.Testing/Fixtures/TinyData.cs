namespace PluginKd.Sdk.Testing;

/// <summary>Small made-up data sets with three classes that are easy to tell apart: train 24, unlabelled 12, validation 6, test 9 examples.</summary>
/// <remarks>The same examples every time. Domains are <c>even</c> and <c>odd</c>; groups are three examples each, one of each class; indices count through all splits.</remarks>
public static class TinyData
{
    /// <summary>Numbers in a row, D.</summary>
    public const int Width = 4;

    /// <summary>Numbers in an image of 3 × 8 × 8.</summary>
    internal const int Pixels = 3 * Side * Side;

    private const int Side = 8;

    // With capitals, I among them: what is done to letters shows.
    private static readonly string[][] Words = [["red", "Warm", "FIRE"], ["blue", "cold", "ICE"], ["green", "fresh", "leaf"]];

    /// <summary>Makes a data set, test split included.</summary>
    /// <param name="modality">What the inputs are made of.</param>
    public static DataBundle Of(Modality modality)
    {
        var first = 0;
        Split Make(string name, SplitRole role, int count)
        {
            var random = new SeededRandom(Seeds.Derive(1, name));
            var labels = Enumerable.Range(0, count).Select(i => i % Words.Length).ToArray();
            var start = first;
            first += count;
            var isLabelled = role != SplitRole.Unlabelled;
            var tokens = modality is Modality.Tokens or Modality.Translation ? Sequences(labels, random) : null;
            return new Split(name, role, tokens is null ? Inputs(modality, labels, random) : Inputs(modality, labels, random, new TokenInputs([.. tokens.Select(s => s.Words)])),
                isLabelled && tokens is null ? labels : null, [.. Enumerable.Range(start, count).Select(i => (long)i)])
            {
                TokenLabels = tokens is null ? null : new TokenLabels([.. tokens.Select(s => isLabelled ? s.Labels : [.. s.Labels.Select(_ => Split.Unlabelled)])]),
                Domains = [.. labels.Select((_, i) => i % 2 == 0 ? "even" : "odd")],
                Groups = [.. labels.Select((_, i) => $"{name} {i / Words.Length}")],
            };
        }

        return new DataBundle(["a", "b", "c"],
            [Make("train", SplitRole.Train, 24), Make("unlabelled", SplitRole.Unlabelled, 12),
                Make("validation", SplitRole.Validation, 6), Make("test", SplitRole.Test, 9)]);
    }

    private static Inputs Inputs(Modality modality, int[] labels, SeededRandom random) => modality switch
    {
        Modality.Rows => Rows(labels, random),
        Modality.Images => Images(labels, random),
        Modality.Text => Texts(labels, random),
        Modality.TextPair => new PairInputs(Texts(labels, random), Texts(labels, random)),
        Modality.ImageText => new PairInputs(Images(labels, random), Texts(labels, random)),
        _ => throw new ArgumentOutOfRangeException(nameof(modality), modality, "no tiny data of this kind"),
    };

    private static Inputs Inputs(Modality modality, int[] labels, SeededRandom random, TokenInputs tokens) =>
        modality == Modality.Translation ? new PairInputs(Texts(labels, random), tokens) : tokens;

    // Each word has a class of its own; the first one's is that of the sequence, so that every class occurs.
    private static (string[] Words, int[] Labels)[] Sequences(int[] labels, SeededRandom random) => [.. labels.Select(label =>
    {
        int[] classes = [label, .. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(Words.Length))];
        return (Array.ConvertAll(classes, c => random.Pick(Words[c])), classes);
    })];

    // The channel of the class is the bright one.
    private static DenseInputs Images(int[] labels, SeededRandom random) => new(tensor(
        labels.SelectMany(label => Enumerable.Range(0, Pixels).Select(p => (float)((p / (Side * Side) == label ? 1.0 : 0.0) + random.NextDouble() - 0.5))).ToArray()).reshape(labels.Length, 3, Side, Side));

    private static TextInputs Texts(int[] labels, SeededRandom random) =>
        new([.. labels.Select(label => string.Join(' ', Enumerable.Range(0, 2 + random.Next(4)).Select(_ => random.Next(4) == 0 ? "and" : random.Pick(Words[label]))))]);

    private static DenseInputs Rows(int[] labels, SeededRandom random) => new(tensor(
        labels.SelectMany(label => Enumerable.Range(0, Width).Select(d => (float)((d == label ? 2.0 : 0.0) + random.NextDouble() - 0.5))).ToArray()).reshape(labels.Length, Width));
}
