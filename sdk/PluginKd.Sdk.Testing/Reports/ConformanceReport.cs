using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginKd.Sdk.Testing;

/// <summary>What a check of one plugin found: every fact of its kind, in the order of the codes.</summary>
/// <param name="Plugin">Full name of the class.</param>
/// <param name="Kind">Such as <c>loss</c>.</param>
/// <param name="Results">The facts.</param>
public sealed record ConformanceReport(string Plugin, string Kind, IReadOnlyList<FactResult> Results)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether no fact failed.</summary>
    public bool Conforms => Results.All(result => result.Outcome != FactOutcome.Failed);

    /// <summary>Facts that failed.</summary>
    public IEnumerable<FactResult> Failed => Results.Where(result => result.Outcome == FactOutcome.Failed);

    /// <summary>Writes the report as JSON, the same bytes for the same findings.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("report", 1);
            json.WriteString("plugin", Plugin);
            json.WriteString("kind", Kind);
            json.WriteBoolean("conforms", Conforms);
            json.WriteStartArray("facts");
            foreach (var result in Results) Write(json, result);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, FactResult result)
    {
        json.WriteStartObject();
        json.WriteString("code", result.Fact.Code);
        json.WriteString("title", result.Fact.Title);
        json.WriteString("outcome", SettingNames.Of(result.Outcome.ToString()));
        json.WriteString("found", result.Found);
        json.WriteString("why", result.Fact.Why);
        json.WriteEndObject();
    }
}
