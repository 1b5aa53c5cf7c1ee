namespace PluginKd.Data.Ranking;

/// <summary>Draws questions, so that all candidates of one stay together.</summary>
internal static class QuestionShare
{
    /// <summary>Draws a share of names; at least one is drawn and one is left.</summary>
    /// <param name="names">Distinct names in the order of the source.</param>
    /// <param name="share">Share to draw, above 0 and below 1, no unit; the number is rounded, halves up.</param>
    /// <param name="setting">Setting of the share, for the message.</param>
    /// <param name="random">Decides which.</param>
    public static HashSet<string> Draw(IReadOnlyCollection<string> names, double share, string setting, SeededRandom random)
    {
        var count = (int)Math.Floor((share * names.Count) + 0.5);
        if (count < 1 || count >= names.Count)
            throw new UserErrorException($"a share of {share} of {names.Count} questions is {count}", "at least one drawn, and one left", setting, "change the share");
        return [.. random.Shuffled(names).Take(count)];
    }
}
