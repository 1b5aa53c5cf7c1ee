namespace PluginKd.Data.Images;

/// <summary>Images that belong together, with their classes.</summary>
/// <param name="Domain">Name of their domain.</param>
/// <param name="Inputs">N images.</param>
/// <param name="Labels">N classes, <see cref="Split.Unlabelled"/> for those that are left out; null where nobody asks for them, which may then be classes that training lacks.</param>
internal sealed record ImageSet(string Domain, DenseInputs Inputs, int[]? Labels)
{
    /// <summary>Gives the splits of several domains: train, few, validation and test from those that are trained on, unlabelled, and one test split for each that is held out.</summary>
    /// <remarks>Shares are drawn in each domain by itself, class by class, from a stream of its own: another domain beside it changes nothing.</remarks>
    /// <param name="sets">The domains.</param>
    /// <param name="roles">What becomes of which.</param>
    /// <param name="classes">Names of the C classes.</param>
    /// <param name="shares">Shares of each domain that is trained on.</param>
    /// <param name="context">The seed.</param>
    public static DataBundle ToBundle(IReadOnlyList<ImageSet> sets, DomainRoles roles, IReadOnlyList<string> classes, SplitShares shares, StageContext context)
    {
        var (train, validation, test, unlabelled, held) = (new List<Split>(), new List<Split>(), new List<Split>(), new List<Split>(), new List<Split>());
        var first = 0L;
        foreach (var set in sets)
        {
            var split = set.ToSplit("train", SplitRole.Train, first);
            first += set.Inputs.Count;
            if (roles.Test.Contains(set.Domain)) held.Add(split with { Name = $"test-{set.Domain}", Role = SplitRole.Test });
            else if (roles.Unlabelled.Contains(set.Domain)) unlabelled.Add(split with { Name = "unlabelled", Role = SplitRole.Unlabelled });
            else
            {
                var (rest, drawnValidation, drawnTest) = shares.Cut(split, context, set.Domain);
                train.Add(rest);
                if (drawnValidation is not null) validation.Add(drawnValidation);
                if (drawnTest is not null) test.Add(drawnTest);
            }
        }

        var joined = Split.Concat(train);
        Split?[] all = [joined, shares.Few(joined, classes, context), Joined(unlabelled), Joined(validation), Joined(test), .. held];
        return new DataBundle(classes, [.. all.OfType<Split>()]);
    }

    private static Split? Joined(List<Split> splits) => splits.Count == 0 ? null : Split.Concat(splits);

    private Split ToSplit(string name, SplitRole role, long firstIndex)
    {
        var all = new Split(name, role, Inputs, Labels, [.. Enumerable.Range(0, Inputs.Count).Select(i => firstIndex + i)])
        {
            Domains = new PickedList<string>([Domain], new int[Inputs.Count]),
        };
        return Labels is null ? all : RecordClasses.Kept(all);
    }
}
