using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Writes splits as files of an artifact, with a list of them, and reads them back.</summary>
internal static class BundleFiles
{
    private const string List = "bundle.json";

    /// <summary>Writes the splits of a bundle.</summary>
    public static void Write(WorkFolder work, IReadOnlyList<string> classes, IReadOnlyList<Split> splits)
    {
        var names = new JsonArray();
        for (var i = 0; i < splits.Count; i++)
        {
            var name = $"split-{i}.safetensors";
            SplitFile.Write(work.File(name), splits[i]);
            names.Add(new JsonObject { ["file"] = name, ["split"] = splits[i].Name, ["role"] = splits[i].Role.ToString() });
        }

        var list = new JsonObject { ["classes"] = new JsonArray([.. classes.Select(c => (JsonNode)c)]), ["splits"] = names };
        AtomicFile.Write(work.File(List), list.ToJsonString(JsonText.Readable) + "\n");
    }

    /// <summary>Reads the names of the classes.</summary>
    public static IReadOnlyList<string> ReadClasses(Artifact artifact) => [.. Read(artifact)["classes"]!.AsArray().Select(c => c!.GetValue<string>())];

    /// <summary>Opens the splits whose role is wanted; the files of the others are not touched.</summary>
    public static IReadOnlyList<Split> ReadSplits(Artifact artifact, Func<SplitRole, bool> isWanted) => [.. Read(artifact)["splits"]!.AsArray()
        .Where(entry => isWanted(Enum.Parse<SplitRole>(entry!["role"]!.GetValue<string>())))
        .Select(entry => SplitFile.Read(artifact.File(entry!["file"]!.GetValue<string>())))];

    private static JsonObject Read(Artifact artifact) => JsonNode.Parse(File.ReadAllText(artifact.File(List)))!.AsObject();
}
