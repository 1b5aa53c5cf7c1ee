using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>What a plugin's <c>plugin.json</c> says of it; read without loading any of its code.</summary>
/// <param name="Id">Id of the package, such as <c>pluginkd.losses.logits</c>.</param>
/// <param name="Version">Version of the package.</param>
/// <param name="Entry">File name of the assembly to load.</param>
/// <param name="ContractMajor">Major version of the contract that it was built against.</param>
/// <param name="ContractNeeds">Minor version of the contract that brought the newest member that it uses.</param>
/// <param name="BuiltAgainst">Version of PluginKd.Sdk that it was built with.</param>
/// <param name="Provides">What it offers to pipelines.</param>
/// <param name="Files">SHA-256 in lower-case hex by relative path.</param>
/// <param name="Folder">Where it lies.</param>
public sealed record PluginManifest(
    string Id, string Version, string Entry, int ContractMajor, int ContractNeeds, string BuiltAgainst, IReadOnlyList<ProvidedPlugin> Provides, IReadOnlyDictionary<string, string> Files, string Folder)
{
    /// <summary>Name of the manifest in a plugin's folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>The root that it was found under, or null when its folder was named.</summary>
    public PluginRoot? Root { get; init; }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <param name="folder">A plugin's folder.</param>
    /// <param name="place">The root that it lies under.</param>
    /// <exception cref="JsonException">It is no manifest; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PluginManifest Read(string folder, PluginRoot? place = null)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
        var root = document.RootElement;
        try
        {
            if (root.GetProperty("manifest").GetInt32() != 1) throw new JsonException("manifest version is not 1");
            var provides = new List<ProvidedPlugin>();
            var manifest = new PluginManifest(
                Text(root, "id"), Text(root, "version"), Text(root, "entry"), Contract(root).GetProperty("major").GetInt32(),
                Contract(root).GetProperty("needs").GetInt32(), Text(Contract(root), "built-against"), provides,
                root.GetProperty("files").EnumerateArray().ToDictionary(file => Text(file, "path"), file => Text(file, "sha256")), Path.GetFullPath(folder))
            { Root = place };
            if (manifest.Entry != Path.GetFileName(manifest.Entry)) throw new JsonException($"entry '{manifest.Entry}' is no file name");
            provides.AddRange(root.GetProperty("provides").EnumerateArray().Select(provided => Provided(manifest, provided)));
            return manifest;
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    private static ProvidedPlugin Provided(PluginManifest manifest, JsonElement provided)
    {
        var kind = Text(provided, "kind");
        if (!PluginKinds.ByContract.Values.Contains(kind)) throw new JsonException($"there is no kind of plugin '{kind}'");
        var settings = provided.GetProperty("settings").Clone();
        if (settings.GetProperty("properties").ValueKind != JsonValueKind.Object) throw new JsonException("'settings' is no schema");
        return new ProvidedPlugin(kind, Text(provided, "id"), Text(provided, "type"), Text(provided, "description"), settings, Texts(provided, "needs"), Texts(provided, "makes"), manifest);
    }

    private static JsonElement Contract(JsonElement root) => root.GetProperty("contract");

    private static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null");
}

/// <summary>One thing that a package offers to pipelines.</summary>
/// <param name="Kind">One of the nine kinds, such as <c>loss</c>.</param>
/// <param name="Id">Name used in pipelines.</param>
/// <param name="Type">Full name of its class.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Settings">JSON Schema of its settings.</param>
/// <param name="Needs">Signals that it reads with default settings, such as <c>teacher/logits</c>.</param>
/// <param name="Makes">Signals that its networks answer with.</param>
/// <param name="Package">The package that offers it.</param>
public sealed record ProvidedPlugin(string Kind, string Id, string Type, string Description, JsonElement Settings, IReadOnlyList<string> Needs, IReadOnlyList<string> Makes, PluginManifest Package);
