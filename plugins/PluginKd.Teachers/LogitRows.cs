namespace PluginKd.Teachers;

/// <summary>Rows of logits as a file holds them.</summary>
/// <param name="Path">The file.</param>
/// <param name="Values">N·C finite numbers, row after row, in the order of the data's classes.</param>
/// <param name="Keys">What each row is for, distinct; null where rows have an order only.</param>
/// <param name="Count">Number of rows, N.</param>
/// <param name="Where">File and line of a row, for messages.</param>
internal sealed record LogitRows(string Path, float[] Values, IReadOnlyList<string>? Keys, int Count, Func<int, string> Where)
{
    /// <summary>Makes sure that every number is one, and that no key stands twice.</summary>
    /// <exception cref="UserErrorException">A number is not finite, or two rows are for one example.</exception>
    public LogitRows Checked()
    {
        var columns = Count == 0 ? 0 : Values.Length / Count;
        var bad = Array.FindIndex(Values, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new UserErrorException($"a logit is {Values[bad].ToString(System.Globalization.CultureInfo.InvariantCulture)}", "finite numbers", Where(bad / columns), "mend the row, or compute it again");
        var seen = new Dictionary<string, int>();
        for (var row = 0; row < (Keys?.Count ?? 0); row++)
        {
            if (!seen.TryAdd(Keys![row], row))
                throw new UserErrorException($"there are two rows for '{Keys[row]}'", $"one; the first is {Where(seen[Keys[row]])}", Where(row), "take one of them out");
        }

        return this;
    }
}
