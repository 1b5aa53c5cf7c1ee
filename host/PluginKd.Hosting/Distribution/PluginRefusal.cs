namespace PluginKd.Hosting;

/// <summary>Refuses a plugin in five parts: who, what it wants, what is there, why it matters, what to type.</summary>
internal static class PluginRefusal
{
    /// <summary>Makes the message.</summary>
    /// <param name="who">The plugin, named by id, version and folder.</param>
    /// <param name="wants">What it wants or has that does not fit; a verb first.</param>
    /// <param name="has">What the host has, or what was needed.</param>
    /// <param name="why">Why it matters.</param>
    /// <param name="fix">What to type or change next.</param>
    public static UserErrorException Of(PluginManifest who, string wants, string has, string why, string fix) =>
        new($"plugin '{who.Id}' {who.Version} {wants}", has, who.Folder, fix) { Kind = UserErrorKind.Plugin, Why = why };
}
