using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Writes what evaluators said, and reads it back.</summary>
internal static class ResultsFile
{
    public static JsonArray Write(IEnumerable<RunMeasurement> measurements) => new([.. measurements.Select(Write)]);

    public static IReadOnlyList<RunMeasurement> Read(JsonArray measurements) => [.. measurements.Select(m => Read(m!.AsObject()))];

    public static JsonArray Write(IEnumerable<RunModel> models) =>
        new([.. models.Select(m => (JsonNode)new JsonObject { ["name"] = m.Name, ["parameters"] = m.Parameters, ["bytes"] = m.Bytes })]);

    public static IReadOnlyList<RunModel> ReadModels(JsonArray models) =>
        [.. models.Select(m => new RunModel(m!["name"]!.GetValue<string>(), m["parameters"]!.GetValue<long>(), m["bytes"]!.GetValue<long>()))];

    private static JsonNode Write(RunMeasurement measured) => new JsonObject
    {
        ["model"] = measured.Model,
        ["split"] = measured.Split,
        ["evaluator"] = measured.Evaluator,
        ["metrics"] = new JsonArray([.. measured.Measurement.Metrics.Select(m => (JsonNode)Write(m))]),
        ["tables"] = new JsonArray([.. measured.Measurement.Tables.Select(t => (JsonNode)new JsonObject
        {
            ["title"] = t.Title,
            ["columns"] = Texts(t.Columns),
            ["rows"] = new JsonArray([.. t.Rows.Select(row => (JsonNode)Texts(row))]),
        })]),
    };

    private static JsonObject Write(Metric metric)
    {
        var written = new JsonObject
        {
            ["name"] = metric.Name,
            // JSON has no word for a number that is none.
            ["value"] = double.IsFinite(metric.Value) ? JsonValue.Create(metric.Value) : null,
            ["unit"] = metric.Unit,
        };
        if (metric.Varies) written["varies"] = true;
        return written;
    }

    private static Metric ReadMetric(JsonNode metric) =>
        new(metric["name"]!.GetValue<string>(), metric["value"]?.GetValue<double>() ?? double.NaN, metric["unit"]!.GetValue<string>()) { Varies = metric["varies"]?.GetValue<bool>() ?? false };

    private static RunMeasurement Read(JsonObject measured) => new(
        measured["model"]!.GetValue<string>(), measured["split"]!.GetValue<string>(), measured["evaluator"]!.GetValue<string>(), new Measurement(
            [.. measured["metrics"]!.AsArray().Select(m => ReadMetric(m!))],
            [.. measured["tables"]!.AsArray().Select(t => new Table(t!["title"]!.GetValue<string>(), Texts(t["columns"]!), [.. t["rows"]!.AsArray().Select(row => Texts(row!))]))]));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    private static IReadOnlyList<string> Texts(JsonNode texts) => [.. texts.AsArray().Select(text => text!.GetValue<string>())];
}
