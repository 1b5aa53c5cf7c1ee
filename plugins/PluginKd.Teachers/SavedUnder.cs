namespace PluginKd.Teachers;

/// <summary>What several networks saved, side by side: each key with its network's name and a dot before it.</summary>
internal static class SavedUnder
{
    /// <summary>What one network saved, under its name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Put(string name, IReadOnlyDictionary<string, string> saved) =>
        saved.Select(s => KeyValuePair.Create($"{name}.{s.Key}", s.Value));

    /// <summary>What one network had saved; null stays null.</summary>
    public static IReadOnlyDictionary<string, string>? Take(string name, IReadOnlyDictionary<string, string>? saved) =>
        saved?.Where(s => s.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary(s => s.Key[(name.Length + 1)..], s => s.Value);
}
