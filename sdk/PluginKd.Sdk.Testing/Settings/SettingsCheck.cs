using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Sdk.Testing;

/// <summary>Holds settings against the schema that the build would write, with the host's own code.</summary>
internal sealed class SettingsCheck
{
    private const string Place = "sample";
    private readonly ConformanceRun _run;
    private readonly ProvidedPlugin _plugin;

    public SettingsCheck(ConformanceRun run)
    {
        _run = run;
        var package = new PluginManifest("subject", "1.0.0", "subject.dll", Contract.Major, 0, "", [], new Dictionary<string, string>(), Folder);
        _plugin = new ProvidedPlugin(run.Kind, run.Manifest.Id, run.Subject.Plugin.FullName!, "", SchemaOf(run.Manifest.Settings), [], [], package);
    }

    /// <summary>Names of the settings.</summary>
    public IReadOnlyList<string> Names => [.. _plugin.Settings.GetProperty("properties").EnumerateObject().Select(p => p.Name)];

    /// <summary>Names that must be given.</summary>
    public IReadOnlyList<string> Required =>
        _plugin.Settings.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(r => r.GetString()!)] : [];

    private static string Folder => Path.GetTempPath();

    /// <summary>Writes a sample, as a pipeline file would have it.</summary>
    public static JsonObject Write(object settings, out SettingsText text) => (text = new SettingsText(Folder)).Write(settings, Place);

    /// <summary>Checks settings; what is missing is filled in.</summary>
    /// <param name="settings">As a pipeline file has them.</param>
    /// <param name="text">Where parts come from.</param>
    /// <param name="filled">The settings after defaults.</param>
    public IReadOnlyList<UserErrorException> Problems(JsonObject settings, SettingsText text, out JsonObject filled) =>
        Problems(settings, text, out filled, out _);

    /// <summary>Binds checked settings to a record.</summary>
    public object Bind(JsonObject settings, SettingsText text)
    {
        var problems = Problems(settings, text, out var filled, out var uses);
        if (problems.Count > 0) Verdict.Fail(Tell(problems[0]));
        return new SettingsBinder(uses, (use, _) => text.Parts[use.Path]).BindRecord(_run.Manifest.Settings!, filled, Place);
    }

    /// <summary>One line about a problem.</summary>
    public static string Tell(UserErrorException problem) =>
        $"{problem.Where[(problem.Where.IndexOf('.', StringComparison.Ordinal) + 1)..]}: {problem.Found}; expected {problem.Expected}";

    private List<UserErrorException> Problems(JsonObject settings, SettingsText text, out JsonObject filled, out IReadOnlyDictionary<string, PluginUse> uses)
    {
        var parts = text.Ids.Select(part => new ProvidedPlugin(part.Kind, part.Id, "part", "", SchemaOf(null), [], [], _plugin.Package)).ToList();
        var validator = new SchemaValidator(PluginCatalog.Of([_plugin.Package with { Provides = [_plugin, .. parts] }]), _ => Folder);
        // Through the text, as the host does: its checks read numbers as they were written.
        filled = (JsonObject)JsonNode.Parse(settings.ToJsonString())!;
        filled["use"] = _plugin.Id;
        var isLoss = _plugin.Kind == "loss";
        if (isLoss && filled["weight"] is null) filled["weight"] = JsonNode.Parse("1");
        validator.CheckUse(filled, _plugin.Kind, Place, weighted: isLoss);
        uses = validator.Uses;
        return [.. validator.Problems];
    }

    private static JsonElement SchemaOf(Type? settings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) new Build.SettingsSchema(json, new Build.DocComments()).Write(settings);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
