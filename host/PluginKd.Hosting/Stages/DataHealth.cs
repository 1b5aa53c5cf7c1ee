namespace PluginKd.Hosting;

/// <summary>Looks for what makes training on labels pointless before it begins.</summary>
internal static class DataHealth
{
    /// <summary>Where training examples have labels, every class needs one of them.</summary>
    /// <remarks>Tags of tokens may lack one: a type whose names have one word each has no I- to learn from, and a tagger is good for it all the same.</remarks>
    /// <exception cref="UserErrorException">A class has no training example.</exception>
    public static void RequireEveryClass(DataBundle data)
    {
        var seen = data.Splits.Where(s => s.Role == SplitRole.Train).SelectMany(s => s.Labels).Where(label => label != Split.Unlabelled).ToHashSet();
        if (seen.Count == 0) return;
        var missing = Enumerable.Range(0, data.Classes.Count).Where(c => !seen.Contains(c)).Select(c => $"'{data.Classes[c]}'").ToList();
        if (missing.Count > 0)
            throw new UserErrorException($"{(missing.Count == 1 ? "class" : "classes")} {string.Join(", ", missing)} {(missing.Count == 1 ? "has" : "have")} no training example",
                "at least one labelled training example of every class", "data", "add examples of it, or take the class out of the data");
    }
}
