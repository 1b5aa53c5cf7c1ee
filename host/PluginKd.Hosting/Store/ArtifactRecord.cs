using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>What an artifact says of itself: what it was made of, its files with their hashes, and what its making took.</summary>
/// <param name="Key">Hash over <see cref="Made"/>.</param>
/// <param name="Stage">Such as <c>teacher</c>, or <c>signals</c>.</param>
/// <param name="Pipeline">Name of the pipeline that made it first.</param>
/// <param name="Made">The parts of the key: plugins, settings, files, inputs, seed.</param>
/// <param name="Files">Size and SHA-256 by name.</param>
/// <param name="Summary">What came of the stage, one line.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="PeakBytes">Largest resident memory of the process while it was made.</param>
/// <param name="At">When it was finished.</param>
internal sealed record ArtifactRecord(
    string Key, string Stage, string Pipeline, JsonObject Made, IReadOnlyDictionary<string, ArtifactFile> Files, string Summary, double Seconds, long PeakBytes, DateTimeOffset At)
{
    /// <summary>Name of the record in an artifact's folder.</summary>
    public const string FileName = "artifact.json";

    /// <summary>Size of all files.</summary>
    public long Bytes => Files.Values.Sum(f => f.Bytes);

    /// <summary>Reads the record of a folder.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ArtifactRecord Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, FileName));
            var node = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
            var seal = node["seal"]!.GetValue<string>();
            node.Remove("seal");
            if (seal != SealOf(node)) throw new InvalidDataException($"{FileName} was changed");
            return new ArtifactRecord(Text(node, "key"), Text(node, "stage"), Text(node, "pipeline"), (JsonObject)node["made"]!.DeepClone(),
                node["files"]!.AsObject().ToDictionary(f => f.Key, f => new ArtifactFile(f.Value!["bytes"]!.GetValue<long>(), f.Value["sha256"]!.GetValue<string>())),
                Text(node, "summary"), node["seconds"]!.GetValue<double>(), node["peak-bytes"]!.GetValue<long>(),
                DateTimeOffset.Parse(Text(node, "at"), System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or InvalidOperationException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{FileName} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes the record, sealed with a hash of itself.</summary>
    public void Write(string folder)
    {
        var node = new JsonObject
        {
            ["key"] = Key,
            ["stage"] = Stage,
            ["pipeline"] = Pipeline,
            ["summary"] = Summary,
            ["seconds"] = Seconds,
            ["peak-bytes"] = PeakBytes,
            ["at"] = At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["made"] = Made.DeepClone(),
            ["files"] = new JsonObject(Files.OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => KeyValuePair.Create(f.Key, (JsonNode?)new JsonObject { ["bytes"] = f.Value.Bytes, ["sha256"] = f.Value.Sha256 }))),
        };
        node["seal"] = SealOf(node);
        AtomicFile.Write(Path.Combine(folder, FileName), node.ToJsonString(JsonText.Readable) + "\n");
    }

    private static string SealOf(JsonObject node) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(node.ToJsonString())));

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();
}

/// <summary>A file of an artifact.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record ArtifactFile(long Bytes, string Sha256);
