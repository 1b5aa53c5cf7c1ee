namespace PluginKd.Hosting;

/// <summary>What <c>kd.lock.json</c> holds of one plugin: which bytes may run, and where they came from.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Version">Version of the package.</param>
/// <param name="Source">Name of the feed, or <see cref="FromFile"/>; never an address with secrets.</param>
/// <param name="Content">SHA-256 over all files, see <see cref="ContentHash"/>.</param>
/// <param name="Manifest">SHA-256 of <c>plugin.json</c>.</param>
/// <param name="Contract">Contract that it needs, such as <c>1.2</c>.</param>
public sealed record PluginPin(string Id, string Version, string Source, string Content, string Manifest, string Contract)
{
    /// <summary>The source of a plugin that was added from a folder or a package file.</summary>
    public const string FromFile = "file";

    /// <summary>Pins a folder as it is now.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="source">Where it came from.</param>
    internal static PluginPin Of(PluginManifest manifest, string source) => new(manifest.Id, manifest.Version, source,
        ContentHash.Of(manifest.Folder), ContentHash.OfFile(Path.Combine(manifest.Folder, PluginManifest.FileName)), $"{manifest.ContractMajor}.{manifest.ContractNeeds}");
}
