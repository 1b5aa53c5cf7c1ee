namespace PluginKd.Hosting;

/// <summary>Small matters of English in messages.</summary>
internal static class Words
{
    /// <summary>Puts <c>a</c> or <c>an</c> before a noun.</summary>
    public static string A(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;
}
