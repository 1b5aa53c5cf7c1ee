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
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var root = document.RootElement;
        if (ManifestText.Whole(root, "manifest") != 1) throw new JsonException("manifest version is not 1");
        var contract = ManifestText.Get(root, "contract", JsonValueKind.Object);
        var provides = new List<ProvidedPlugin>();
        var manifest = new PluginManifest(
            ManifestText.Get(root, "id"), ManifestText.Get(root, "version"), ManifestText.Get(root, "entry"), ManifestText.Whole(contract, "major", "contract"),
            ManifestText.Whole(contract, "needs", "contract"), ManifestText.Get(contract, "built-against", "contract"), provides, FilesOf(root), Path.GetFullPath(folder))
        { Root = place };
        if (manifest.Entry.Length == 0 || manifest.Entry != Path.GetFileName(manifest.Entry)) throw new JsonException($"entry '{manifest.Entry}' is no file name");
        provides.AddRange(ManifestText.Get(root, "provides", JsonValueKind.Array).EnumerateArray().Select((provided, i) => Provided(manifest, provided, $"provides.{i}")));
        return manifest;
    }

    private static Dictionary<string, string> FilesOf(JsonElement root)
    {
        var files = new Dictionary<string, string>();
        foreach (var (file, place) in ManifestText.Get(root, "files", JsonValueKind.Array).EnumerateArray().Select((file, i) => (file, $"files.{i}")))
        {
            var path = ManifestText.Get(file, "path", place);
            if (!files.TryAdd(path, ManifestText.Get(file, "sha256", place))) throw new JsonException($"'{path}' is listed twice");
        }

        return files;
    }

    private static ProvidedPlugin Provided(PluginManifest manifest, JsonElement provided, string place)
    {
        var kind = ManifestText.RequireKind(ManifestText.Get(provided, "kind", place), $"{place}.kind");
        var id = ManifestText.Get(provided, "id", place);
        if (!SettingNames.IsId(id)) throw new JsonException($"'{place}.id' is '{id}', and ids are lower-case-with-hyphens");
        var settings = ManifestText.Get(provided, "settings", JsonValueKind.Object, place).Clone();
        ManifestSchema.Require(settings, $"{place}.settings", kind == "loss" ? ["use", "weight"] : ["use"]);
        return new ProvidedPlugin(kind, id, ManifestText.Get(provided, "type", place), ManifestText.Get(provided, "description", place), settings,
            Signals(provided, "needs", place), Signals(provided, "makes", place), manifest);
    }

    private static IReadOnlyList<string> Signals(JsonElement provided, string name, string place) =>
        provided.TryGetProperty(name, out _) ? ManifestText.Texts(provided, name, place) : [];
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
