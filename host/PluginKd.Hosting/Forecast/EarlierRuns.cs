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
        .Where(record => record["pipeline"]?.GetValue<string>() == pipeline)
        .SelectMany(record => (record["stages"] as JsonArray ?? []).OfType<JsonObject>())
        .FirstOrDefault(entry => entry["stage"]?.GetValue<string>() == stage);

    /// <summary>Records of earlier runs, the newest first.</summary>
    public static IEnumerable<JsonObject> Records(string project) => Folders(project).Take(Most).Select(folder => Read(Path.Combine(folder, "record.json"))).OfType<JsonObject>();

    /// <summary>Folders of earlier runs, the newest first.</summary>
    public static IEnumerable<string> Folders(string project)
    {
        var runs = Path.Combine(project, ".kd", "runs");
        return Directory.Exists(runs) ? Directory.EnumerateDirectories(runs).Where(f => !Path.GetFileName(f).StartsWith('.')).OrderDescending(StringComparer.Ordinal) : [];
    }

    /// <summary>Reads a file of JSON, or gives null when it is not there or not whole.</summary>
    public static JsonObject? Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
