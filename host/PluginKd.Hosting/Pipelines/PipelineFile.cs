using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>A pipeline as it was written, with the changes of the command line.</summary>
/// <remarks>A pipeline file is data: reading it executes nothing.</remarks>
public sealed class PipelineFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };
    private readonly HashSet<string> _changed = [];

    private PipelineFile(string name, string folder, JsonObject content) => (Name, Folder, Content) = (name, folder, content);

    /// <summary>Path of the file, or what the built-in pipeline is called.</summary>
    public string Name { get; }

    /// <summary>Folder that relative paths in it start from.</summary>
    public string Folder { get; }

    /// <summary>What it says.</summary>
    public JsonObject Content { get; }

    /// <summary>Reads a pipeline file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">Folder that relative paths start from, when that is not the file's.</param>
    /// <exception cref="UserErrorException">It is missing or no JSON object; with line.</exception>
    public static PipelineFile Read(string path, string? folder = null)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"there is no file '{path}'", "a pipeline file", path,
                "correct the path, or leave it out: `dotnet kd run` alone runs the built-in demo");
        return new PipelineFile(path, folder ?? Path.GetDirectoryName(Path.GetFullPath(path))!, Parse(TextOf(path), path));
    }

    /// <summary>A pipeline that somebody has read already.</summary>
    internal static PipelineFile Of(string name, string folder, JsonObject content) => new(name, folder, (JsonObject)content.DeepClone());

    /// <summary>The built-in pipeline, on data that is generated from a seed.</summary>
    /// <param name="folder">Folder that relative paths start from.</param>
    public static PipelineFile Demo(string folder)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo.json")!;
        using var reader = new StreamReader(stream);
        return new PipelineFile("the built-in demo", Path.GetFullPath(folder), Parse(reader.ReadToEnd(), "demo.json"));
    }

    /// <summary>Changes one value, as <c>--set</c> does.</summary>
    /// <param name="assignment">Such as <c>distill.loss.0.temperature=4</c>; the value is JSON, or else a text.</param>
    /// <exception cref="UserErrorException">It is no assignment, or its place is not in the pipeline.</exception>
    public void Set(string assignment)
    {
        var at = assignment.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0)
            throw new UserErrorException($"'{assignment}' is no assignment", "PATH=VALUE, such as distill.loss.0.temperature=4", "--set", "write it with an equals sign and no blanks around it");
        var path = assignment[..at];
        var keys = path.Split('.');
        JsonNode place = Content;
        foreach (var key in keys[..^1]) place = Step(place, key, path);
        var value = ParseValue(assignment[(at + 1)..]);
        switch (place)
        {
            case JsonObject parent: parent[keys[^1]] = value; break;
            case JsonArray list: list[Index(list, keys[^1], path)] = value; break;
            default: throw NoPlace(path, keys[^1], "a plain value has no parts");
        }

        _changed.Add(path);
    }

    /// <summary>Gives the folder that a relative path at a place starts from: that of the file, or where the command was typed.</summary>
    /// <param name="path">Place in the pipeline.</param>
    internal string FolderOf(string path) =>
        _changed.Any(changed => path == changed || path.StartsWith(changed + ".", StringComparison.Ordinal)) ? Environment.CurrentDirectory : Folder;

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the file cannot be read: {error.Message}", "a pipeline file that you may read", path, $"look at its rights: ls -l {path}", error);
        }
    }

    private static JsonNode Step(JsonNode place, string key, string path)
    {
        switch (place)
        {
            case JsonObject parent:
                if (parent[key] is null) parent[key] = new JsonObject();
                return parent[key]!;
            case JsonArray list:
                return list[Index(list, key, path)] ?? throw NoPlace(path, key, "null stands there");
            default:
                throw NoPlace(path, key, "a plain value has no parts");
        }
    }

    private static int Index(JsonArray list, string key, string path) =>
        int.TryParse(key, out var index) && index >= 0 && index < list.Count ? index : throw NoPlace(path, key, $"the list there has {list.Count} entries, counted from 0");

    private static UserErrorException NoPlace(string path, string key, string reason) =>
        new($"'{key}' leads nowhere: {reason}", "a place of the pipeline", $"--set {path}", "look at the pipeline file and correct the path");

    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return Decoded(text);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return JsonValue.Create(text);
        }
    }

    private static JsonObject Parse(string text, string path)
    {
        try
        {
            return Decoded(text) as JsonObject
                   ?? throw new UserErrorException("the file holds no object", "{ \"data\": …, \"distill\": …, … }", path, "start it with { and end it with }");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            var line = (error as JsonException)?.LineNumber + 1;
            throw new UserErrorException($"the file is no JSON: {error.Message.Split(". ")[0]}", "a JSON object (comments and trailing commas are fine)",
                line is null ? path : $"{path}:{line}", "mend the syntax there");
        }
    }

    private static JsonNode? Decoded(string text)
    {
        var node = JsonNode.Parse(text, documentOptions: Lenient);
        // Texts are decoded when they are used; one with half a character in it is to be found here.
        _ = node?.ToJsonString();
        return node;
    }
}
