using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>Makes pipelines that are valid by construction, from the schemas in the manifests alone.</summary>
internal sealed class RandomPipelines(PluginCatalog catalog, SeededRandom random)
{
    // Losses in a list of losses in a model would have no end.
    private const int Deepest = 6;

    /// <summary>Every slot that is required, some of the others, settings given or left out.</summary>
    public JsonObject Next()
    {
        var pipeline = new JsonObject();
        if (Toss()) pipeline["name"] = $"random-{random.Next(1000)}";
        if (Toss()) pipeline["seed"] = (long)random.NextBits();
        if (Toss()) pipeline["leaks"] = Pick("refuse", "drop", "allow");
        if (Toss()) pipeline["teacher-signals"] = Pick("float32", "float16", "top-1", "top-2147483647");
        foreach (var slot in PipelineSlot.All.Where(slot => slot.IsRequired || Toss()))
        {
            if (slot.Key == "baseline" && Toss()) pipeline[slot.Key] = Toss();
            else if (!slot.IsList) pipeline[slot.Key] = Use(slot.Kind, 0);
            else pipeline[slot.Key] = new JsonArray([.. Enumerable.Range(0, (slot.IsRequired ? 1 : 0) + random.Next(3)).Select(_ => Use(slot.Kind, 0))]);
        }

        if (pipeline["teacher"] is not null && pipeline["baseline"]?.GetValueKind() is not (null or JsonValueKind.False) && Toss())
            pipeline["gate"] = new JsonObject { ["margin"] = random.NextDouble(), ["otherwise"] = Pick("stop", "warn") };
        return pipeline;
    }

    /// <summary>All places of a pipeline, with what stands there.</summary>
    public static IEnumerable<(JsonNode Parent, string Key, JsonNode? Value)> Places(JsonNode node) => node switch
    {
        JsonObject parent => parent.SelectMany(p => Inner(parent, p.Key, p.Value)),
        JsonArray list => list.SelectMany((item, i) => Inner(list, $"{i}", item)),
        _ => [],
    };

    private static IEnumerable<(JsonNode Parent, string Key, JsonNode? Value)> Inner(JsonNode parent, string key, JsonNode? value) =>
        Places(value ?? new JsonObject()).Prepend((parent, key, value));

    private JsonObject Use(string kind, int depth)
    {
        var plugins = catalog.Provided.Where(p => p.Kind == kind).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        var plugin = plugins[random.Next(plugins.Count)];
        var use = Settings(plugin.Settings, depth);
        use.Insert(0, "use", plugin.Id);
        return use;
    }

    private JsonObject Settings(JsonElement schema, int depth)
    {
        var given = new JsonObject();
        // A model that the file of a run says may be left out where there is such a run; here is none.
        var ofFiles = schema.GetProperty("properties").EnumerateObject().Where(p => p.Value.TryGetProperty("model-of", out _)).Select(p => p.Name);
        List<string> required = [.. schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [], .. ofFiles];
        foreach (var property in schema.GetProperty("properties").EnumerateObject().Where(p => required.Contains(p.Name) || (depth < Deepest && Toss())))
            given[property.Name] = !required.Contains(property.Name) && random.Next(10) == 0 ? null : Value(property.Value, depth + 1);
        return given;
    }

    private JsonNode Value(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("plugin", out var kind))
        {
            var use = Use(kind.GetString()!, depth);
            if (schema.TryGetProperty("weighted", out _) && Toss()) use["weight"] = random.NextDouble() - 0.5;
            return use;
        }

        if (schema.TryGetProperty("enum", out var choices)) return choices[random.Next(choices.GetArrayLength())].GetString()!;
        return schema.GetProperty("type").GetString() switch
        {
            "object" => Settings(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, LeastOf(schema) + random.Next(2)).Select(_ => Value(schema.GetProperty("items"), depth))]),
            "boolean" => Toss(),
            "integer" => (long)Math.Clamp(Math.Round(Number(schema)), long.MinValue, 1L << 52),
            "number" => Number(schema),
            _ => Pick("", "a", "train", "ä/ö", "..", new string('x', 300)),
        };
    }

    private static int LeastOf(JsonElement list) => list.TryGetProperty("minItems", out var least) ? Math.Max(1, least.GetInt32()) : 1;

    /// <summary>A number inside the limits: one of the ends where they belong to it, or something between.</summary>
    private double Number(JsonElement schema)
    {
        double? Limit(string name) => schema.TryGetProperty(name, out var limit) ? limit.GetDouble() : null;
        var (low, high) = (Limit("minimum") ?? Limit("exclusiveMinimum") ?? -1000, Limit("maximum") ?? Limit("exclusiveMaximum") ?? 1000);
        if (Limit("minimum") is not null && random.Next(4) == 0) return low;
        if (Limit("maximum") is not null && random.Next(4) == 0) return high;
        return low + ((high - low) * (0.1 + (0.8 * random.NextDouble())));
    }

    private bool Toss() => random.Next(2) == 0;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
