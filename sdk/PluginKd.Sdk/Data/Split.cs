namespace PluginKd.Sdk;

/// <summary>What a split may be used for.</summary>
public enum SplitRole
{
    /// <summary>Labelled examples to learn from.</summary>
    Train,

    /// <summary>For choosing models and settings.</summary>
    Validation,

    /// <summary>Examples without labels to distil on.</summary>
    Unlabelled,

    /// <summary>Sealed until evaluation.</summary>
    Test,
}

/// <summary>N examples that belong together, with what is known of each.</summary>
/// <remarks>
/// Immutable. All lists are N long; those that are null hold for no example. In memory an example costs 4 bytes for its label, 8 for its index
/// and 4 for its weight where there are weights; inputs, ids, domains, groups and origins may stay in a file; a label of a token costs 4.
/// </remarks>
public sealed record Split
{
    /// <summary>Label of an example without a label.</summary>
    public const int Unlabelled = -1;

    /// <summary>Names the split and takes its examples.</summary>
    /// <param name="name">Such as <c>train</c>, <c>test-new-domain</c>.</param>
    /// <param name="role">What it may be used for.</param>
    /// <param name="inputs">N inputs.</param>
    /// <param name="labels">N labels, a class or <see cref="Unlabelled"/>; null when no example has one.</param>
    /// <param name="indices">N numbers that identify the examples throughout the data set, whatever is selected or shuffled later.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Split(string name, SplitRole role, Inputs inputs, int[]? labels, long[] indices)
    {
        (Name, Role, Inputs, Indices) = (name, role, inputs, indices);
        Labels = labels ?? AllUnlabelled(inputs.Count);
        if (Labels.Length != inputs.Count || indices.Length != inputs.Count)
            throw new ArgumentException($"Split '{name}': {inputs.Count} inputs, {Labels.Length} labels, {indices.Length} indices; all must be equal.");
    }

    /// <summary>Name of the split.</summary>
    public string Name { get; init; }

    /// <summary>What it may be used for.</summary>
    public SplitRole Role { get; init; }

    /// <summary>The N inputs.</summary>
    public Inputs Inputs { get; }

    /// <summary>The N labels, a class or <see cref="Unlabelled"/>.</summary>
    public int[] Labels { get; init; }

    /// <summary>The N stable numbers of the examples.</summary>
    public long[] Indices { get; }

    /// <summary>The labels of each example's tokens, where tokens have labels and not examples; then <see cref="Labels"/> holds none.</summary>
    public TokenLabels? TokenLabels { get; init; }

    /// <summary>The M labels of what is classified: of the examples, or of their tokens one behind the other.</summary>
    public int[] Targets => TokenLabels?.All ?? Labels;

    /// <summary>The name of each example in its source, where it has one, such as for scores that are kept elsewhere.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Domain of each example, for tables and domain methods.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>Group of each example, such as the query that a candidate belongs to.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Weight of each example in the loss, no unit, zero or more; null means 1 each.</summary>
    public float[]? Weights { get; init; }

    /// <summary>Where each example came from, when it was made by an augmenter.</summary>
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>Number of examples, N.</summary>
    public int Count => Inputs.Count;

    /// <summary>Whether every example, or every token, has a label.</summary>
    public bool IsLabelled => Array.TrueForAll(Targets, label => label != Unlabelled);

    /// <summary>Whether some example or token has a label.</summary>
    public bool HasLabels => Array.Exists(Targets, label => label != Unlabelled);

    /// <summary>Gives each of the M <see cref="Targets"/> what its example has.</summary>
    /// <param name="ofExamples">N values, such as <see cref="Domains"/>.</param>
    public IReadOnlyList<T> OfTargets<T>(IReadOnlyList<T> ofExamples) => TokenLabels is null ? ofExamples : new PickedList<T>(ofExamples, TokenLabels.SequenceOfEach());

    /// <summary>Takes the rows of the M <see cref="Targets"/> out of what a network answered.</summary>
    /// <param name="logits">[N, C], or [N, T, C] where tokens have labels.</param>
    /// <returns>[M, C].</returns>
    public Tensor RowsOfTargets(Tensor logits) => TokenLabels is null ? logits : TokenLabels.Rows(logits);

    private static int[] AllUnlabelled(int count)
    {
        var labels = new int[count];
        Array.Fill(labels, Unlabelled);
        return labels;
    }

    /// <summary>Picks examples by position; a position given twice gives its example twice.</summary>
    /// <param name="positions">From 0 to N − 1.</param>
    public Split Take(IReadOnlyList<int> positions)
    {
        int[] picked = [.. positions];
        return new Split(Name, Role, Inputs.Take(picked), Array.ConvertAll(picked, p => Labels[p]), Array.ConvertAll(picked, p => Indices[p]))
        {
            TokenLabels = TokenLabels?.Take(picked),
            Ids = View(Ids),
            Domains = View(Domains),
            Groups = View(Groups),
            Weights = Weights is null ? null : Array.ConvertAll(picked, p => Weights[p]),
            Origins = View(Origins),
        };
        PickedList<string>? View(IReadOnlyList<string>? values) => values is null ? null : new(values, picked);
    }

    /// <summary>Joins splits, examples in the order given; name and role are those of the first.</summary>
    /// <param name="splits">At least one, of one modality.</param>
    public static Split Concat(IReadOnlyList<Split> splits)
    {
        if (splits.Count == 1) return splits[0];
        return new Split(splits[0].Name, splits[0].Role, splits[0].Inputs.Concat(splits.Skip(1).Select(s => s.Inputs)),
            Joined(s => s.Labels, Unlabelled), Joined(s => s.Indices, 0L)!)
        {
            TokenLabels = JoinedTokens(),
            Ids = View(s => s.Ids),
            Domains = View(s => s.Domains),
            Groups = View(s => s.Groups),
            Weights = Joined(s => s.Weights, 1f),
            Origins = View(s => s.Origins),
        };
        T[]? Joined<T>(Func<Split, T[]?> part, T missing)
        {
            if (splits.All(s => part(s) is null)) return null;
            var (joined, at) = (new T[splits.Sum(s => s.Count)], 0);
            foreach (var split in splits)
            {
                if (part(split) is { } values) values.CopyTo(joined, at);
                else joined.AsSpan(at, split.Count).Fill(missing);
                at += split.Count;
            }

            return joined;
        }

        TokenLabels? JoinedTokens() => splits.All(s => s.TokenLabels is null)
            ? null
            : TokenLabels.Concat([.. splits.Select(s => s.TokenLabels ?? throw new ArgumentException($"Split '{s.Name}' has no labels of tokens, and others have."))]);

        JoinedList<string>? View(Func<Split, IReadOnlyList<string>?> part) => splits.All(s => part(s) is null)
            ? null
            : new(splits.Select(s => part(s) ?? new PickedList<string>([""], new int[s.Count])));
    }
}
