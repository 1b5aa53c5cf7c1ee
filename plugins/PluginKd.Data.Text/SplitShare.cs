namespace PluginKd.Data.Text;

/// <summary>Draws a share of the training examples for another split, domain by domain and class by class.</summary>
internal static class SplitShare
{
    /// <summary>Draws.</summary>
    /// <param name="splits">The training split first.</param>
    /// <param name="name">Name of the new split; it is put behind the training split.</param>
    /// <param name="role">Its role.</param>
    /// <param name="share">0 to 1, no unit.</param>
    /// <param name="setting">Setting that holds the share.</param>
    /// <param name="context">Seed.</param>
    /// <exception cref="UserErrorException">Nothing is drawn.</exception>
    public static List<Split> Draw(List<Split> splits, string name, SplitRole role, double share, string setting, StageContext context)
    {
        var train = splits[0];
        var (rest, drawn) = StratifiedSplit.ByShare(StratifiedSplit.Strata(train), share, context.Random(name));
        if (drawn.Length == 0)
            throw new UserErrorException($"{train.Count} training examples are too few for a {name} share of {share}", "at least one drawn", setting, "raise the share");
        return [train.Take(rest), train.Take(drawn) with { Name = name, Role = role }, .. splits[1..]];
    }
}
