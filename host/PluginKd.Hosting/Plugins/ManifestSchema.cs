using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>Holds the schema of a plugin's settings against the subset of JSON Schema that the build writes, so that whatever reads it later may rely on it.</summary>
/// <remarks>A manifest that was written by hand or damaged is broken when it is found; it must not break a command that only passes by it.</remarks>
internal static class ManifestSchema
{
    private static readonly string[] Words = ["format", "in"];
    private static readonly string[] Types = ["boolean", "integer", "number", "string"];
    private static readonly string[] Bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

    /// <summary>Checks the schema of a settings record.</summary>
    /// <param name="schema">An object with <c>properties</c>.</param>
    /// <param name="place">Where it stands, such as <c>provides.0.settings</c>.</param>
    /// <param name="taken">Names that a pipeline file uses itself beside the settings.</param>
    /// <exception cref="JsonException">It is no such schema; the message says where.</exception>
    public static void Require(JsonElement schema, string place, params IReadOnlyCollection<string> taken)
    {
        var properties = ManifestText.Get(schema, "properties", JsonValueKind.Object, place);
        foreach (var property in properties.EnumerateObject())
        {
            var at = $"{place}.properties.{ManifestText.Plain(property.Name, place)}";
            if (taken.Contains(property.Name)) throw new JsonException($"{at}: a pipeline file uses that name itself");
            RequireProperty(property.Value, at);
        }

        if (!schema.TryGetProperty("required", out _)) return;
        foreach (var name in ManifestText.Texts(schema, "required", place))
            if (!properties.TryGetProperty(name, out _)) throw new JsonException($"{place}.required: there is no setting '{name}'");
    }

    private static void RequireProperty(JsonElement schema, string place)
    {
        if (schema.ValueKind != JsonValueKind.Object) throw new JsonException($"{place} is no schema");
        if (schema.TryGetProperty("description", out _)) ManifestText.Get(schema, "description", place);
        if (schema.TryGetProperty("plugin", out _))
        {
            ManifestText.RequireKind(ManifestText.Get(schema, "plugin", place), place);
            if (schema.TryGetProperty("model-of", out _)) ManifestText.Get(schema, "model-of", place);
            return;
        }

        var type = ManifestText.Get(schema, "type", place);
        foreach (var bound in Bounds.Where(bound => schema.TryGetProperty(bound, out _))) ManifestText.Get(schema, bound, JsonValueKind.Number, place);
        if (schema.TryGetProperty("enum", out _)) ManifestText.Texts(schema, "enum", place);
        foreach (var word in Words.Where(word => schema.TryGetProperty(word, out _))) ManifestText.Get(schema, word, place);
        if (type == "object") Require(schema, place);
        else if (type == "array") RequireList(schema, place);
        else if (!Types.Contains(type)) throw new JsonException($"{place}.type: there is no type '{type}'");
        if (schema.TryGetProperty("default", out var value) && !Fits(schema, type, value)) throw new JsonException($"{place}.default: {value.GetRawText()} is not of type {type}");
    }

    private static void RequireList(JsonElement schema, string place)
    {
        if (schema.TryGetProperty("minItems", out var least) && !(least.ValueKind == JsonValueKind.Number && least.TryGetInt32(out _)))
            throw new JsonException($"{place}.minItems is no whole number");
        RequireProperty(ManifestText.Get(schema, "items", JsonValueKind.Object, place), $"{place}.items");
    }

    private static bool Fits(JsonElement schema, string type, JsonElement value) => type switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        // A tab may well be a default.
        "string" => ManifestText.IsText(value),
        // A part or a record in a list has no default of its own.
        "array" => value.ValueKind == JsonValueKind.Array && schema.GetProperty("items") is var items && items.TryGetProperty("type", out var element)
                   && value.EnumerateArray().All(item => Fits(items, element.GetString()!, item)),
        _ => false,
    };
}
