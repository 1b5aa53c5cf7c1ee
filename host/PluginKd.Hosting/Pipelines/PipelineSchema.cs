using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Writes the JSON Schema of pipeline files from the plugins that are present, so that an editor completes them.</summary>
public static class PipelineSchema
{
    /// <summary>Makes the schema.</summary>
    /// <param name="catalog">Plugins that are present.</param>
    public static JsonObject Of(PluginCatalog catalog)
    {
        var definitions = new JsonObject();
        foreach (var kind in PluginKinds.ByContract.Values)
        {
            var plugins = catalog.Provided.Where(p => p.Kind == kind).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
            definitions[kind] = OneOf(plugins, weighted: false);
            if (kind == "loss") definitions["weighted-loss"] = OneOf(plugins, weighted: true);
        }

        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["name"] = new JsonObject { ["type"] = "string", ["description"] = "Name of the pipeline; run folders carry it." },
            ["seed"] = new JsonObject { ["type"] = "integer", ["description"] = "Seed of the run; every stage derives its own.", ["default"] = 1, ["minimum"] = long.MinValue, ["maximum"] = long.MaxValue },
        };
        properties["leaks"] = new JsonObject
        {
            ["enum"] = new JsonArray("refuse", "drop", "allow"),
            ["default"] = "refuse",
            ["description"] = "What is done with training examples that are in a test split as well.",
        };
        properties["teacher-signals"] = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = "^(float32|float16|top-[1-9][0-9]*)$",
            ["default"] = "float32",
            ["description"] = "How teacher signals are stored: all numbers, or only the largest class scores and the sum of the others.",
        };
        properties[TeacherGate.Key] = JsonNode.Parse(TeacherGate.Schema.GetRawText());
        foreach (var slot in PipelineSlot.All)
        {
            properties[slot.Key] = slot.IsList
                ? new JsonObject { ["description"] = slot.Description, ["type"] = "array", ["items"] = Reference(slot.Kind), ["minItems"] = slot.IsRequired ? 1 : 0 }
                : slot.Key == "baseline"
                    ? new JsonObject { ["description"] = slot.Description, ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "boolean" }, Reference(slot.Kind)) }
                    : new JsonObject { ["description"] = slot.Description, ["$ref"] = $"#/$defs/{slot.Kind}" };
        }

        definitions[ScheduleSchema.Key] = JsonNode.Parse(ScheduleSchema.Object.GetRawText());
        TakeNull((JsonObject)definitions[ScheduleSchema.Key]!);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "PluginKd pipeline",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. PipelineSlot.All.Where(s => s.IsRequired).Select(s => (JsonNode)s.Key)]),
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        };
        TakeNull(schema);
        return schema;
    }

    private static JsonNode OneOf(IReadOnlyList<ProvidedPlugin> plugins, bool weighted) => plugins.Count == 0
        ? JsonValue.Create(false)
        : new JsonObject { ["oneOf"] = new JsonArray([.. plugins.Select(p => (JsonNode)Use(p, weighted))]) };

    private static JsonObject Use(ProvidedPlugin plugin, bool weighted)
    {
        var schema = (JsonObject)WithReferences(JsonNode.Parse(plugin.Settings.GetRawText())!);
        var properties = (JsonObject)schema["properties"]!;
        properties.Insert(0, "use", new JsonObject { ["const"] = plugin.Id, ["description"] = plugin.Description });
        if (weighted) properties.Insert(1, "weight", WithReferences(JsonNode.Parse(ScheduleSchema.Weight.GetRawText())!));
        var required = schema["required"] as JsonArray ?? [];
        schema["required"] = new JsonArray([(JsonNode)"use", .. required.Select(r => r!.DeepClone())]);
        schema["description"] = plugin.Description;
        TakeNull(schema);
        return schema;
    }

    /// <summary>Lets null stand for what need not be given, in objects inside, too: a run takes it as not given.</summary>
    private static void TakeNull(JsonObject schema)
    {
        foreach (var choice in schema["anyOf"] as JsonArray ?? []) TakeNull((JsonObject)choice!);
        if (schema["items"] is JsonObject items) TakeNull(items);
        if (schema["properties"] is not JsonObject properties) return;
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToList();
        foreach (var (name, property) in properties.Select(p => (p.Key, (JsonObject)p.Value!)).ToList())
        {
            TakeNull(property);
            if (required.Contains(name)) continue;
            if (property["type"] is { } type) property["type"] = new JsonArray(type.DeepClone(), "null");
            (property["enum"] as JsonArray)?.Add(null);
            (property["anyOf"] as JsonArray)?.Add(new JsonObject { ["type"] = "null" });
            if (property.Remove("$ref", out var part)) property["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = part }, new JsonObject { ["type"] = "null" });
        }
    }

    private static JsonObject Reference(string kind) => new() { ["$ref"] = $"#/$defs/{kind}" };

    /// <summary>Replaces our <c>plugin</c> keyword by a reference to the plugins of that kind.</summary>
    private static JsonNode WithReferences(JsonNode schema)
    {
        if (schema is JsonArray list) return new JsonArray([.. list.Select(item => item is null ? null : WithReferences(item))]);
        if (schema is not JsonObject given) return schema.DeepClone();
        var result = new JsonObject();
        if (given["plugin"] is JsonValue kind)
            result["$ref"] = $"#/$defs/{(given["weighted"] is null ? "" : "weighted-")}{kind.GetValue<string>()}";
        foreach (var (name, value) in given)
        {
            // A setting may be called like one of our keywords; then an object stands there.
            if (name is "plugin" or "weighted" or "format" or "in" or "run" or "model-of" or ScheduleSchema.Key && value is JsonValue) continue;
            result[name] = value is null ? null : WithReferences(value);
        }

        if (given[ScheduleSchema.Key] is JsonValue) return NumberOrSchedule(result);
        return result["items"] is JsonObject && result["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? OneOrMany(result) : result;
    }

    /// <summary>One thing stands for a list of one.</summary>
    private static JsonObject OneOrMany(JsonObject list) => Either(list, list["items"]!.DeepClone());

    private static JsonObject NumberOrSchedule(JsonObject number) => Either(number, Reference(ScheduleSchema.Key));

    private static JsonObject Either(JsonObject one, JsonNode other)
    {
        var whole = new JsonObject { ["anyOf"] = new JsonArray(one, other) };
        foreach (var name in new[] { "description", "default" })
        {
            if (one.Remove(name, out var value)) whole[name] = value;
        }

        return whole;
    }
}
