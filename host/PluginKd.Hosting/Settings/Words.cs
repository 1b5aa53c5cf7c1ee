namespace PluginKd.Hosting;

/// <summary>Small matters of English in messages.</summary>
public static class Words
{
    /// <summary>Puts <c>a</c> or <c>an</c> before a noun.</summary>
    /// <param name="noun">Such as <c>loss plugin</c>.</param>
    public static string A(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;

    /// <summary>Writes a path as it is typed into a shell.</summary>
    /// <param name="path">Any path.</param>
    public static string Typed(string path) => path.Any(c => char.IsWhiteSpace(c) || "'&;()$`*?<>|".Contains(c, StringComparison.Ordinal)) ? $"\"{path}\"" : path;
}
