using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>A pipeline that was checked in full: every plugin is known, every setting has a valid value.</summary>
public sealed class PipelinePlan
{
    private PipelinePlan(string name, long seed, JsonObject resolved, SchemaValidator validator, string folder) =>
        (Name, Seed, Resolved, Uses, Paths, Folders, Folder) = (name, seed, resolved, validator.Uses, validator.Paths, validator.Folders, folder);

    /// <summary>Name of the pipeline, for run folders.</summary>
    public string Name { get; }

    /// <summary>The run's seed.</summary>
    public long Seed { get; }

    /// <summary>The pipeline after defaults and changes.</summary>
    public JsonObject Resolved { get; }

    /// <summary>Plugins by their place.</summary>
    public IReadOnlyDictionary<string, PluginUse> Uses { get; }

    /// <summary>Files and folders that settings name, absolute, by their place.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; }

    /// <summary>Places of folders of which only the files that other settings name count.</summary>
    internal IReadOnlySet<string> Folders { get; }

    /// <summary>What is done with training examples that are in a test split as well.</summary>
    public LeakRule Leaks { get; private init; }

    /// <summary>How much better than the baseline teachers have to be; null when nobody asks.</summary>
    public TeacherGate? Gate { get; private init; }

    /// <summary>Whether the baseline is the distiller's own: the same student, trained as long without a teacher.</summary>
    public bool HasOwnBaseline => Resolved["baseline"] is JsonValue;

    /// <summary>How teacher signals are stored.</summary>
    internal SignalFormat SignalFormat { get; private init; } = new("float32");

    /// <summary>Folder of the pipeline file.</summary>
    public string Folder { get; }

    /// <summary>Checks a pipeline without loading any plugin.</summary>
    /// <param name="file">The pipeline.</param>
    /// <param name="catalog">Plugins that are present.</param>
    /// <param name="project">Folder in which <c>.kd</c> lies, for settings that name an earlier run; without it the folder where the command was typed.</param>
    /// <exception cref="PipelineException">It has problems; the exception lists all of them.</exception>
    public static PipelinePlan Check(PipelineFile file, PluginCatalog catalog, string? project = null)
    {
        var resolved = (JsonObject)file.Content.DeepClone();
        var problems = new List<UserErrorException>();
        var known = PipelineSlot.All.Select(slot => slot.Key).Concat(PipelineSlot.PlainKeys).ToList();
        foreach (var key in resolved.Select(p => p.Key).Where(key => !known.Contains(key)))
            problems.Add(new UserErrorException($"unknown key '{key}'", "a stage of the pipeline", key, NearestName.Hint(key, known)));
        var name = Plain(resolved, "name", "pipeline", JsonValueKind.String, "a text", problems).GetValue<string>();
        var validator = new SchemaValidator(catalog, file.FolderOf, new NamedRuns(project ?? Environment.CurrentDirectory, name));
        var seed = Plain(resolved, "seed", 1, JsonValueKind.Number, "a whole number", problems);
        var leaks = Choice(resolved, "leaks", "refuse", ["refuse", "drop", "allow"], problems);
        var signals = Plain(resolved, "teacher-signals", "float32", JsonValueKind.String, "a text", problems).GetValue<string>();
        if (SignalFormat.Parse(signals) is null)
            problems.Add(new UserErrorException($"'{signals}' is no way to store teacher signals", "float32, float16, or top-8 with any number of classes to keep", "teacher-signals", "change the value"));
        foreach (var slot in PipelineSlot.All) CheckSlot(slot, resolved, validator, problems);
        if (resolved[TeacherGate.Key] is { } gate) validator.Check(TeacherGate.Schema, gate, TeacherGate.Key);
        problems.AddRange(validator.Problems);
        problems.AddRange(TeacherGate.FindMissing(resolved));
        if (problems.Count > 0) throw new PipelineException(file.Name, problems);
        return new PipelinePlan(name, seed.GetValue<JsonElement>().GetInt64(), resolved, validator, file.Folder)
        {
            Leaks = Enum.Parse<LeakRule>(leaks, ignoreCase: true),
            SignalFormat = SignalFormat.Parse(signals)!,
            Gate = TeacherGate.Of(resolved),
        };
    }

    /// <summary>Losses of the distiller that read a teacher, as their manifests say.</summary>
    internal IEnumerable<PluginUse> TeacherLosses => Uses.Values.Where(use => use.Plugin.Kind == "loss" && use.Path.StartsWith("distill.", StringComparison.Ordinal)
        && use.Plugin.Needs.Any(need => need.StartsWith("teacher/", StringComparison.Ordinal)));

    /// <summary>Gives the plugins of a slot, in order; none when the slot is empty.</summary>
    /// <param name="slot">Such as <c>evaluate</c>.</param>
    internal IReadOnlyList<PluginUse> In(string slot) =>
        Uses.TryGetValue(slot, out var use) ? [use] : [.. Enumerable.Range(0, (Resolved[slot] as JsonArray)?.Count ?? 0).Select(i => Uses[$"{slot}.{i}"])];

    /// <summary>Refuses to go on when there are problems.</summary>
    /// <exception cref="PipelineException">There is at least one.</exception>
    internal void Require(IReadOnlyList<UserErrorException> problems)
    {
        if (problems.Count > 0) throw new PipelineException($"pipeline '{Name}'", problems);
    }

    private static void CheckSlot(PipelineSlot slot, JsonObject pipeline, SchemaValidator validator, List<UserErrorException> problems)
    {
        var node = pipeline[slot.Key];
        if (slot.Key == "baseline" && node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            if (node!.GetValueKind() == JsonValueKind.False) pipeline.Remove(slot.Key);
            return;
        }

        if (node is null or JsonArray { Count: 0 })
        {
            if (slot.IsRequired)
                problems.Add(new UserErrorException($"the pipeline has no '{slot.Key}'", $"{Words.A(slot.Kind)} plugin ({slot.Description.TrimEnd('.')})", slot.Key,
                    $"add \"{slot.Key}\": {(slot.IsList ? "[ { \"use\": \"…\" } ]" : "{ \"use\": \"…\" }")}"));
            return;
        }

        if (!slot.IsList) validator.CheckUse(node, slot.Kind, slot.Key);
        else if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++) validator.CheckUse(list[i], slot.Kind, $"{slot.Key}.{i}");
        else
            problems.Add(new UserErrorException($"'{slot.Key}' is no list", "a list, because several may stand here", slot.Key, $"write \"{slot.Key}\": [ … ]"));
    }

    private static string Choice(JsonObject pipeline, string key, string missing, string[] choices, List<UserErrorException> problems)
    {
        var text = Plain(pipeline, key, missing, JsonValueKind.String, "a text", problems).GetValue<string>();
        if (choices.Contains(text)) return text;
        problems.Add(new UserErrorException($"'{text}' is not one of the choices", $"one of: {string.Join(", ", choices)}", key, NearestName.Hint(text, choices)));
        return missing;
    }

    private static JsonValue Plain(
        JsonObject pipeline, string key, object missing, JsonValueKind kind, string expected, List<UserErrorException> problems)
    {
        var standard = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(missing))!.AsValue();
        if (pipeline[key] is null) pipeline[key] = standard.DeepClone();
        var isGood = pipeline[key]!.GetValueKind() == kind && (kind != JsonValueKind.Number || pipeline[key]!.GetValue<JsonElement>().TryGetInt64(out _));
        if (isGood) return pipeline[key]!.AsValue();
        problems.Add(new UserErrorException($"{pipeline[key]!.ToJsonString()} is not {expected}", expected, key, "change the value"));
        return standard;
    }
}
