namespace PluginKd.Sdk;

/// <summary>Holds the named splits of one data set, with its classes.</summary>
/// <remarks>What the stages before evaluation receive lacks every split of role <see cref="SplitRole.Test"/>: the host seals them.</remarks>
public sealed class DataBundle
{
    /// <summary>Collects the splits and checks that they fit together.</summary>
    /// <param name="classes">Names of the C classes; a label is a position in this list.</param>
    /// <param name="splits">Distinct names, none empty, one modality.</param>
    /// <exception cref="UserErrorException">A split is empty, has a name twice, or holds a label outside the classes.</exception>
    public DataBundle(IReadOnlyList<string> classes, IReadOnlyList<Split> splits)
    {
        Classes = classes;
        Splits = splits;
        foreach (var split in splits)
        {
            if (split.Count == 0)
                throw new UserErrorException($"split '{split.Name}' is empty", "at least one example", $"split '{split.Name}'",
                    "check the file and the columns that the data settings name, or leave the split out");
            if (splits.Count(s => s.Name == split.Name) > 1)
                throw new UserErrorException($"two splits are called '{split.Name}'", "distinct names", "the data source", "rename one of them");
            if (split.Targets.Any(label => label < Split.Unlabelled || label >= classes.Count))
                throw new UserErrorException($"split '{split.Name}' has a label outside 0 to {classes.Count - 1}",
                    $"-1 for unlabelled, or one of the {classes.Count} classes", $"split '{split.Name}'", "mend the data source");
        }
    }

    /// <summary>Names of the C classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The splits, in the order of the source.</summary>
    public IReadOnlyList<Split> Splits { get; }

    /// <summary>Modality of the inputs, the same in every split.</summary>
    public Modality Modality => Splits[0].Inputs.Modality;

    /// <summary>Gets a split by name.</summary>
    /// <param name="name">Such as <c>train</c>.</param>
    /// <exception cref="UserErrorException">There is no such split; the message lists those that there are.</exception>
    public Split this[string name] => Find(name) ?? throw new UserErrorException($"there is no split '{name}'",
        $"one of: {string.Join(", ", Splits.Select(s => s.Name))}", $"split '{name}'",
        "name one of these in the pipeline (test splits can be read by evaluators only)");

    /// <summary>Finds a split by name, or gives null.</summary>
    /// <param name="name">Such as <c>unlabelled</c>.</param>
    public Split? Find(string name) => Splits.FirstOrDefault(s => s.Name == name);

    /// <summary>Finds the first validation split whose examples have labels, or gives null.</summary>
    public Split? FindValidation() => Splits.FirstOrDefault(s => s.Role == SplitRole.Validation && s.IsLabelled);

    /// <summary>Joins several splits into one transfer set, in the order given.</summary>
    /// <param name="names">Names of splits; those in <paramref name="optional"/> may be missing.</param>
    /// <param name="optional">Names that are passed over when there is no such split.</param>
    public Split Join(IEnumerable<string> names, IReadOnlyCollection<string>? optional = null) =>
        Split.Concat([.. names.Where(name => optional?.Contains(name) != true || Find(name) is not null).Select(name => this[name])]);

    /// <summary>The same bundle without its test splits, as every stage before evaluation sees it.</summary>
    public DataBundle Sealed() => new(Classes, [.. Splits.Where(s => s.Role != SplitRole.Test)]);
}
