namespace PluginKd.Evaluation;

/// <summary>The different firsts and seconds of the true pairs of a split, and which belong together.</summary>
/// <param name="Firsts">Position in the split of each of the F firsts, where it occurs first.</param>
/// <param name="Seconds">Position in the split of each of the S seconds, where it occurs first.</param>
/// <param name="SecondsOf">For each first the numbers of its seconds, ascending.</param>
/// <param name="FirstsOf">For each second the numbers of its firsts, ascending.</param>
internal sealed record TruePairs(IReadOnlyList<int> Firsts, IReadOnlyList<int> Seconds, IReadOnlyList<List<int>> SecondsOf, IReadOnlyList<List<int>> FirstsOf)
{
    /// <summary>Collects them in the order of the split.</summary>
    /// <param name="examples">Pairs with labels.</param>
    /// <param name="positive">Class of the true ones.</param>
    /// <param name="most">Most firsts; null for all.</param>
    /// <exception cref="UserErrorException">There are no true pairs, or nobody can tell which have one image.</exception>
    public static TruePairs Of(Split examples, int positive, int? most)
    {
        var where = $"split '{examples.Name}'";
        if (examples.Inputs is not PairInputs { Second: TextInputs seconds } pairs) throw NoPairs(where);
        var names = examples.Groups ?? (pairs.First as TextInputs)?.Texts ?? throw NoGroups(where);
        var (firstOf, secondOf) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var found = new TruePairs(new List<int>(), new List<int>(), new List<List<int>>(), new List<List<int>>());
        for (var i = 0; i < examples.Count; i++)
        {
            if (examples.Labels[i] != positive || (firstOf.Count == most && !firstOf.ContainsKey(names[i]))) continue;
            var first = Number(firstOf, names[i], i, found.Firsts, found.SecondsOf);
            var second = Number(secondOf, seconds.Texts[i], i, found.Seconds, found.FirstsOf);
            if (found.SecondsOf[first].Contains(second)) continue;
            found.SecondsOf[first].Add(second);
            found.FirstsOf[second].Add(first);
        }

        foreach (var numbers in found.SecondsOf.Concat(found.FirstsOf)) numbers.Sort();
        return firstOf.Count > 0 ? found : throw new UserErrorException("no pair is a true one", "pairs that belong together, by their label", where, "check 'positive', or evaluate on another split");
    }

    /// <summary>Says that the examples are no pairs.</summary>
    public static UserErrorException NoPairs(string where) => new("the examples are no pairs", "images with texts, or pairs of texts", where, "use a source of pairs, such as image-captions, or leave the evaluator 'cross-retrieval' out");

    /// <summary>Says that images have no names.</summary>
    public static UserErrorException NoGroups(string where) => new("the pairs have no groups, so that nobody knows which of them have one image", "a group for each pair: its image", where,
        "use a source that names images, such as image-captions, or leave the evaluator 'cross-retrieval' out");

    private static int Number(Dictionary<string, int> known, string name, int position, IReadOnlyList<int> positions, IReadOnlyList<List<int>> others)
    {
        if (known.TryGetValue(name, out var number)) return number;
        ((List<int>)positions).Add(position);
        ((List<List<int>>)others).Add([]);
        return known[name] = known.Count;
    }
}
