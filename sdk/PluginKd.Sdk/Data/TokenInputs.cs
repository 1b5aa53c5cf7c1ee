namespace PluginKd.Sdk;

/// <summary>N sequences of words, as a corpus with a label for each word has them.</summary>
/// <remarks>A network answers with logits [N, T, C], one row for each word, whatever it cuts the words into; T is at least the longest sequence, and what stands behind a sequence's end is not looked at.</remarks>
/// <param name="sequences">The words of each sequence; none holds a line break. The list may read a sequence anew each time it is asked for it.</param>
public sealed class TokenInputs(IReadOnlyList<string[]> sequences) : Inputs
{
    /// <summary>The words of each of the N sequences.</summary>
    public IReadOnlyList<string[]> Sequences { get; } = sequences;

    /// <summary>Finds the sequences whose tokens have labels: the inputs themselves, or the second of each pair; null where inputs are of another kind.</summary>
    /// <param name="inputs">Any inputs.</param>
    public static TokenInputs? FindIn(Inputs inputs) => inputs as TokenInputs ?? (inputs as PairInputs)?.Second as TokenInputs;

    /// <inheritdoc />
    public override Modality Modality => Modality.Tokens;

    /// <inheritdoc />
    public override int Count => Sequences.Count;

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions) => new TokenInputs(new PickedList<string[]>(Sequences, [.. positions]));

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others) => new TokenInputs(new JoinedList<string[]>([Sequences, .. others.Select(o => o is TokenInputs tokens
        ? tokens.Sequences
        : throw new ArgumentException($"Sequences of words cannot be joined with {o.Modality.Describe()}."))]));
}
