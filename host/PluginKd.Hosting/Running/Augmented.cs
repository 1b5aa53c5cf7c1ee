namespace PluginKd.Hosting;

/// <summary>Adds the examples of augmenters to the splits of their role.</summary>
internal static class Augmented
{
    /// <summary>Joins labelled examples to <c>train</c> and the others to <c>unlabelled</c>, with new stable indices.</summary>
    public static DataBundle Join(DataBundle data, IReadOnlyList<Split> made)
    {
        var splits = data.Splits.ToList();
        var next = splits.SelectMany(s => s.Indices).DefaultIfEmpty(-1).Max() + 1;
        foreach (var more in made)
        {
            var name = more.Role switch
            {
                SplitRole.Train => "train",
                SplitRole.Unlabelled => "unlabelled",
                _ => throw new ArgumentException($"An augmenter gave a split of role {more.Role}; only train and unlabelled examples can be added."),
            };
            var indexed = new Split(name, more.Role, more.Inputs, more.Labels, [.. Enumerable.Range(0, more.Count).Select(i => next + i)])
            {
                TokenLabels = more.TokenLabels,
                Ids = more.Ids,
                Domains = more.Domains,
                Groups = more.Groups,
                Weights = more.Weights,
                Origins = more.Origins ?? new PickedList<string>([more.Name], new int[more.Count]),
            };
            next += more.Count;
            var at = splits.FindIndex(s => s.Name == name);
            if (at < 0) splits.Add(indexed);
            else splits[at] = Split.Concat([splits[at], indexed]);
        }

        return new DataBundle(data.Classes, splits);
    }
}
