using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginKd.Sdk.Build;

/// <summary>Writes <c>plugin.json</c>: what the folder offers, and the hash of every file in it. Two builds give the same bytes.</summary>
internal static class ManifestWriter
{
    public const string FileName = "plugin.json";

    public static void Write(PluginAssembly plugin, string id, string version)
    {
        var folder = Path.GetDirectoryName(plugin.Path)!;
        var target = Path.Combine(folder, FileName);
        var unfinished = target + ".partial";
        using (var stream = File.Create(unfinished))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("manifest", 1);
            json.WriteString("id", id);
            json.WriteString("version", version);
            json.WriteString("entry", Path.GetFileName(plugin.Path));
            WriteContract(json, plugin.Path);
            WriteProvided(json, plugin);
            WriteFiles(json, folder);
            json.WriteEndObject();
        }

        File.Move(unfinished, target, overwrite: true);
    }

    private static void WriteContract(Utf8JsonWriter json, string assembly)
    {
        json.WriteStartObject("contract");
        json.WriteNumber("major", Contract.Major);
        json.WriteNumber("needs", ContractNeeds.MinorOf(assembly, Path.Combine(AppContext.BaseDirectory, "contract")));
        json.WriteString("built-against", typeof(Contract).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
        json.WriteEndObject();
    }

    private static void WriteProvided(Utf8JsonWriter json, PluginAssembly plugin)
    {
        var docs = new DocComments();
        var schema = new SettingsSchema(json, docs);
        json.WriteStartArray("provides");
        foreach (var offered in plugin.Offered)
        {
            json.WriteStartObject();
            json.WriteString("kind", offered.Kinds[0]);
            json.WriteString("id", offered.Id);
            json.WriteString("type", offered.Type.FullName);
            json.WriteString("description", docs.Of(offered.Type) ?? "");
            json.WritePropertyName("settings");
            schema.Write(offered.Settings);
            var exchanged = Exchanged.Of(offered);
            WriteTexts(json, "needs", exchanged.Needs);
            WriteTexts(json, "makes", exchanged.Makes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, string folder)
    {
        json.WriteStartArray("files");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith(FileName, StringComparison.Ordinal) && !file.EndsWith(".pdb", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var content = File.OpenRead(Path.Combine(folder, file));
            json.WriteStartObject();
            json.WriteString("path", file);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(content)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
