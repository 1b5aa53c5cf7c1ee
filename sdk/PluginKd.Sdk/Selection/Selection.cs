namespace PluginKd.Sdk;

/// <summary>The say of a selector about the N examples of a split; what is null leaves the examples as they are.</summary>
public sealed record Selection
{
    /// <summary>Factor for the weight of each example, [N], zero or more, no unit.</summary>
    public float[]? Weights { get; init; }

    /// <summary>How often each example occurs in an epoch, [N]; 0 leaves it out.</summary>
    public int[]? Multiplicities { get; init; }

    /// <summary>Applies the selection.</summary>
    /// <param name="split">The split that it was made for.</param>
    /// <exception cref="ArgumentException">Another number of examples, or a negative weight or multiplicity.</exception>
    public Split ApplyTo(Split split)
    {
        if ((Weights?.Length ?? split.Count) != split.Count || (Multiplicities?.Length ?? split.Count) != split.Count)
            throw new ArgumentException($"The selection holds {Weights?.Length ?? Multiplicities?.Length} values for {split.Count} examples.");
        if (Weights?.Any(w => !(w >= 0) || float.IsInfinity(w)) == true || Multiplicities?.Any(m => m < 0) == true)
            throw new ArgumentException("Weights are finite and zero or more, multiplicities zero or more.");
        var weighted = Weights is null ? split : split with { Weights = [.. Weights.Select((w, i) => w * (split.Weights?[i] ?? 1f))] };
        return Multiplicities is null ? weighted : weighted.Take(Positions(Multiplicities));
    }

    private static int[] Positions(int[] multiplicities)
    {
        var (positions, at) = (new int[multiplicities.Sum()], 0);
        for (var i = 0; i < multiplicities.Length; i++)
        {
            positions.AsSpan(at, multiplicities[i]).Fill(i);
            at += multiplicities[i];
        }

        return positions;
    }
}
