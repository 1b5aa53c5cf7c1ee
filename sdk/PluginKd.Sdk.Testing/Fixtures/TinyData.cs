namespace PluginKd.Sdk.Testing;

/// <summary>Small made-up data sets with three classes that are easy to tell apart: train 24, unlabelled 12, validation 6, test 9 examples.</summary>
/// <remarks>The same examples every time. Domains are <c>even</c> and <c>odd</c>; indices count through all splits.</remarks>
public static class TinyData
{
    /// <summary>Numbers in a row of dense inputs, D.</summary>
    public const int Width = 4;

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
            return new Split(name, role, modality == Modality.Text ? Texts(labels, random) : Rows(labels, random),
                role == SplitRole.Unlabelled ? null : labels, [.. Enumerable.Range(start, count).Select(i => (long)i)])
            {
                Domains = [.. labels.Select((_, i) => i % 2 == 0 ? "even" : "odd")],
            };
        }

        return new DataBundle(["a", "b", "c"],
            [Make("train", SplitRole.Train, 24), Make("unlabelled", SplitRole.Unlabelled, 12),
                Make("validation", SplitRole.Validation, 6), Make("test", SplitRole.Test, 9)]);
    }

    private static TextInputs Texts(int[] labels, SeededRandom random) =>
        new([.. labels.Select(label => string.Join(' ', Enumerable.Range(0, 2 + random.Next(4)).Select(_ => random.Next(4) == 0 ? "and" : random.Pick(Words[label]))))]);

    private static DenseInputs Rows(int[] labels, SeededRandom random) => new(tensor(
        labels.SelectMany(label => Enumerable.Range(0, Width).Select(d => (float)((d == label ? 2.0 : 0.0) + random.NextDouble() - 0.5))).ToArray()).reshape(labels.Length, Width));
}
