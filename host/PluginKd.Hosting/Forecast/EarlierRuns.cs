using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Reads what earlier runs of a project left in their records.</summary>
internal static class EarlierRuns
{
    // Somebody who sweeps leaves thousands; what is looked for is nearly always in the last few.
    private const int Most = 200;

    /// <summary>Finds how a stage last ended in a pipeline of the same name.</summary>
    public static JsonObject? LastOf(string project, string pipeline, string stage) => Records(project)
        .Where(record => Text(record["pipeline"]) == pipeline)
        .SelectMany(Stages).FirstOrDefault(entry => Text(entry["stage"]) == stage);

    /// <summary>Finds how the same stage last ended with the same plugins, whatever their settings and the name of the pipeline.</summary>
    public static JsonObject? LastLike(string project, StageNode node)
    {
        var uses = UsesIn(node.Made["settings"]).ToList();
        return Records(project).SelectMany(Stages).FirstOrDefault(entry => Text(entry["stage"]) == node.Name && UsesIn((entry["made"] as JsonObject)?["settings"]).SequenceEqual(uses));
    }

    /// <summary>Records of earlier runs, the newest first.</summary>
    public static IEnumerable<JsonObject> Records(string project) => Folders(project).Take(Most).Select(folder => Read(Path.Combine(folder, "record.json"))).OfType<JsonObject>();

    /// <summary>Folders of earlier runs, the newest first.</summary>
    public static IEnumerable<string> Folders(string project)
    {
        var runs = Path.Combine(project, ".kd", "runs");
        return Directory.Exists(runs) ? Directory.EnumerateDirectories(runs).Where(f => !Path.GetFileName(f).StartsWith('.')).OrderDescending(StringComparer.Ordinal) : [];
    }

    /// <summary>A text of a record that anybody may have written, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A number of such a record, or null.</summary>
    public static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static IEnumerable<JsonObject> Stages(JsonObject record) => (record["stages"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Ids of the plugins that settings name, at any depth.</summary>
    private static IEnumerable<string> UsesIn(JsonNode? settings) => settings switch
    {
        JsonObject parts => parts.SelectMany(part => part.Key == "use" && part.Value is JsonValue id ? [id.ToString()] : UsesIn(part.Value)),
        JsonArray items => items.SelectMany(UsesIn),
        _ => [],
    };

    /// <summary>Reads a file of JSON, or gives null when it is not there or not whole.</summary>
    public static JsonObject? Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
