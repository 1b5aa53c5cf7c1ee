namespace PluginKd.Sdk;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>Says what to type instead of an unknown name.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">What is known.</param>
    public static string Hint(string typed, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0) return "remove it: nothing can be set here";
        var nearest = Find(typed, known);
        return (nearest is null ? "use one of: " : $"did you mean '{nearest}'? Known: ") + string.Join(", ", known.Order(StringComparer.Ordinal));
    }

    /// <summary>Finds the nearest name by edit distance, or null when none is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">What is known.</param>
    public static string? Find(string typed, IEnumerable<string> known) => known
        .Select(name => (name, distance: Distance(typed, name)))
        .Where(candidate => candidate.distance <= Math.Max(2, typed.Length / 3))
        .OrderBy(candidate => candidate.distance).ThenBy(candidate => candidate.name, StringComparer.Ordinal)
        .Select(candidate => candidate.name).FirstOrDefault();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
