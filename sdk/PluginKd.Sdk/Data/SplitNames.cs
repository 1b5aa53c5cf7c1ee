namespace PluginKd.Sdk;

/// <summary>Checks names of splits in settings as soon as the data are there.</summary>
public static class SplitNames
{
    /// <summary>Finds names that no split has, for <see cref="IChecksData"/>.</summary>
    /// <param name="data">The data without test splits.</param>
    /// <param name="names">Names from a setting.</param>
    /// <param name="setting">Name of that setting.</param>
    public static IEnumerable<UserErrorException> FindUnknown(this DataBundle data, IReadOnlyList<string> names, string setting)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (data.Find(names[i]) is null)
                yield return new UserErrorException($"there is no split '{names[i]}' to train on", $"one of: {string.Join(", ", data.Splits.Select(s => s.Name))}",
                    $"{setting}.{i}", "name one of these; test splits are for evaluation only");
        }
    }
}
