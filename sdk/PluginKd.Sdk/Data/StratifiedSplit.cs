namespace PluginKd.Sdk;

/// <summary>Draws examples class by class, so that every part keeps the shares of the classes.</summary>
public static class StratifiedSplit
{
    /// <summary>Parts examples in two; of each class at least one example stays.</summary>
    /// <param name="labels">N labels; examples without one are a class of their own.</param>
    /// <param name="share">Share to draw, 0 to 1, no unit; the number drawn of each class is rounded, halves up.</param>
    /// <param name="random">Decides which examples.</param>
    /// <returns>Positions that stay and positions drawn, both in ascending order.</returns>
    public static (int[] Remaining, int[] Drawn) ByShare(IReadOnlyList<int> labels, double share, SeededRandom random)
    {
        var drawn = Draw(labels, random, (_, size) => Math.Min((int)Math.Floor((share * size) + 0.5), size - 1));
        var taken = drawn.ToHashSet();
        return ([.. Enumerable.Range(0, labels.Count).Where(position => !taken.Contains(position))], drawn);
    }

    /// <summary>Numbers what a share is drawn of each alike: the classes of a split, and those of each of its domains where it has some.</summary>
    /// <param name="split">N examples.</param>
    /// <returns>N numbers.</returns>
    public static int[] Strata(Split split)
    {
        if (split.Domains is null) return split.Labels;
        var numbers = new Dictionary<(string Domain, int Label), int>();
        var strata = new int[split.Count];
        for (var i = 0; i < strata.Length; i++)
        {
            var stratum = (split.Domains[i], split.Labels[i]);
            if (!numbers.TryGetValue(stratum, out strata[i])) numbers[stratum] = strata[i] = numbers.Count;
        }

        return strata;
    }

    /// <summary>Draws the same number of labelled examples of every class.</summary>
    /// <param name="split">Where to draw from; its unlabelled examples are passed over.</param>
    /// <param name="count">Examples of each class.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="random">Decides which examples.</param>
    /// <returns>The split <c>few</c>, of role train; its examples keep the numbers that they have in <paramref name="split"/>.</returns>
    /// <exception cref="UserErrorException">A class has fewer examples.</exception>
    public static Split Few(Split split, int count, IReadOnlyList<string> classes, SeededRandom random)
    {
        var drawn = Draw(split.Labels, random, (label, size) => label == Split.Unlabelled ? 0
            : size >= count ? count
            : throw new UserErrorException($"class '{classes[label]}' has {size} labelled examples in split '{split.Name}'",
                $"at least {count}, as many as few-labels asks for", "data.few-labels", $"set few-labels to {size} or less"));
        return split.Take(drawn) with { Name = "few", Role = SplitRole.Train };
    }

    private static int[] Draw(IReadOnlyList<int> labels, SeededRandom random, Func<int, int, int> numberOf) =>
    [
        .. Enumerable.Range(0, labels.Count).GroupBy(position => labels[position]).OrderBy(group => group.Key)
            .SelectMany(group => random.Shuffled(group).Take(numberOf(group.Key, group.Count()))).Order(),
    ];
}
