using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Checks settings against the schemas of manifests and fills in defaults, before any plugin is loaded.</summary>
/// <remarks>Covers the subset of JSON Schema that the build writes; collects every problem, not only the first.</remarks>
/// <param name="catalog">Plugins that are present.</param>
/// <param name="folderOf">Folder that a relative path at a place of the pipeline starts from.</param>
/// <param name="runs">Earlier runs that settings may name; null where there are none to look at.</param>
internal sealed class SchemaValidator(PluginCatalog catalog, Func<string, string> folderOf, NamedRuns? runs = null)
{
    private readonly List<UserErrorException> _problems = [];
    private readonly Dictionary<string, PluginUse> _uses = [];
    private readonly Dictionary<string, string> _paths = [];
    private readonly HashSet<string> _folders = [];

    public IReadOnlyList<UserErrorException> Problems => _problems;

    /// <summary>Plugins named so far, by their place in the pipeline.</summary>
    public IReadOnlyDictionary<string, PluginUse> Uses => _uses;

    /// <summary>Files and folders that settings name, absolute, by their place.</summary>
    public IReadOnlyDictionary<string, string> Paths => _paths;

    /// <summary>Places of folders of which only the files that other settings name count.</summary>
    public IReadOnlySet<string> Folders => _folders;

    /// <summary>Checks an object of the form <c>{ "use": id, … }</c>.</summary>
    public void CheckUse(JsonNode? node, string kind, string path, bool weighted = false)
    {
        if (node is not JsonObject use)
        {
            Problem(path, $"{Show(node)} stands where a plugin goes", "an object such as { \"use\": \"id\" }", $"write {{ \"use\": \"…\" }} with {Words.A(kind)} plugin");
            return;
        }

        var known = catalog.Provided.Where(p => p.Kind == kind).Select(p => p.Id).ToList();
        if (use["use"] is not JsonValue value || !value.TryGetValue<string>(out var id))
        {
            Problem(path, "no plugin is named", $"\"use\" with {Words.A(kind)} plugin: {string.Join(", ", known.Order(StringComparer.Ordinal))}", "add \"use\": \"…\"");
            return;
        }

        if (catalog.Find(kind, id) is not { } plugin)
        {
            Unknown(kind, id, known, path);
            return;
        }

        _uses[path] = new PluginUse(plugin, path, use);
        if (weighted) CheckWeight(use, path);
        CheckObject(plugin.Settings, use, path, weighted ? ["use", "weight"] : ["use"]);
    }

    private void Unknown(string kind, string id, IReadOnlyCollection<string> known, string path)
    {
        var elsewhere = catalog.Provided.FirstOrDefault(p => p.Id == id);
        var found = $"there is no {kind} plugin '{id}'" + (elsewhere is null ? "" : $" ('{id}' is {Words.A(elsewhere.Kind)} plugin)");
        var fix = (known.Count == 0 ? $"install one: no {kind} plugin is present" : NearestName.Hint(id, known)) + "; `dotnet kd plugins list` shows where plugins were looked for";
        if (catalog.FindUnpinned(kind, id) is { } unpinned)
            fix = $"{unpinned.Id} {unpinned.Version} in the store offers it; to pin it here: dotnet kd plugins add {Words.Typed(unpinned.Folder)}\n            {fix}";
        // The one that is missing may lie in a folder that could not be read.
        Problem($"{path}.use", found, $"one of the {kind} plugins present", string.Join("\n            ", catalog.Broken.Select(b => $"{b.Folder} is broken: {b.Reason}").Prepend(fix)));
    }

    /// <summary>Notes the files that a setting names in the folder of another one: they are what counts of that folder.</summary>
    private void NoteFiles(JsonElement schema, JsonNode? given, string path)
    {
        var place = FolderPlace(path, schema.GetProperty("in").GetString()!);
        _folders.Add(place);
        if (given?.GetValueKind() == JsonValueKind.String && _paths.TryGetValue(place, out var folder)) _paths[path] = Path.Combine(folder, given.GetValue<string>());
    }

    /// <summary>The folder stands beside the setting, or beside the record or list that holds it.</summary>
    private string FolderPlace(string path, string folder)
    {
        for (var around = Parent(path); around.Length > 0; around = Parent(around))
        {
            if (_paths.ContainsKey($"{around}.{folder}")) return $"{around}.{folder}";
        }

        return $"{Parent(path)}.{folder}";
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];

    private void CheckWeight(JsonObject use, string path)
    {
        use["weight"] ??= JsonNode.Parse("1");
        Check(ScheduleSchema.Weight, use["weight"]!, $"{path}.weight");
    }

    private void CheckObject(JsonElement schema, JsonObject given, string path, IReadOnlyCollection<string> taken)
    {
        var properties = schema.GetProperty("properties");
        var known = properties.EnumerateObject().Select(p => p.Name).ToList();
        foreach (var name in given.Select(p => p.Key).Where(name => !known.Contains(name) && !taken.Contains(name)).ToList())
            Problem($"{path}.{name}", $"unknown key '{name}'", "a setting that the plugin has", NearestName.Hint(name, known));
        var unnamed = new List<JsonProperty>();
        foreach (var property in properties.EnumerateObject())
        {
            var place = $"{path}.{property.Name}";
            var node = given[property.Name];
            if (node is not null) Check(property.Value, node, place);
            else if (property.Value.TryGetProperty("model-of", out _)) unnamed.Add(property);
            else if (IsRequired(schema, property.Name)) Missing(property.Value, place);
            else if (Default(property.Value, place) is { } value) given[property.Name] = value;
        }

        foreach (var property in properties.EnumerateObject())
        {
            var (place, node) = ($"{path}.{property.Name}", given[property.Name]);
            if (property.Value.TryGetProperty("in", out _)) NoteFiles(property.Value, node, place);
            else if (property.Value.TryGetProperty("items", out var items) && items.TryGetProperty("in", out _) && node is JsonArray files)
                for (var i = 0; i < files.Count; i++) NoteFiles(items, files[i], $"{place}.{i}");
        }

        foreach (var property in unnamed) TakeModel(property.Value, given, property.Name, path);
    }

    /// <summary>Fills in the model that the file of another setting says it is of.</summary>
    private void TakeModel(JsonElement schema, JsonObject given, string name, string path)
    {
        // Without a path there is a problem already: that of the setting which holds it.
        if (runs is null || !_paths.TryGetValue($"{path}.{schema.GetProperty("model-of").GetString()}", out var file)) return;
        try
        {
            given[name] = SavedModel.Of(file, $"{path}.{name}", catalog, runs);
            Check(schema, given[name]!, $"{path}.{name}");
        }
        catch (UserErrorException problem)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Checks a value against a schema, and fills in defaults inside it.</summary>
    public void Check(JsonElement schema, JsonNode node, string path)
    {
        if (schema.TryGetProperty("plugin", out var kind))
        {
            CheckUse(node, kind.GetString()!, path, schema.TryGetProperty("weighted", out _));
            return;
        }

        switch (schema.GetProperty("type").GetString())
        {
            case "object" when node is JsonObject given: CheckObject(schema, given, path, []); break;
            case "array" when node is JsonArray items:
                if (schema.TryGetProperty("minItems", out var least) && items.Count < least.GetInt32())
                    Problem(path, "the list is empty", $"at least {least.GetInt32()}{About(schema)}", "name one, or leave the key out");
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is { } item) Check(schema.GetProperty("items"), item, $"{path}.{i}");
                    else Problem($"{path}.{i}", "null stands in a list", "a value", "remove it");
                }

                break;
            // One thing is a list of one.
            case "array" when node is JsonValue or JsonObject:
                var list = new JsonArray();
                node.ReplaceWith(list);
                list.Add(node);
                Check(schema, list, path);
                break;
            case "boolean" when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False: break;
            case "integer" when IsWhole(node): CheckRange(schema, node, path); break;
            case "number" when node.GetValueKind() == JsonValueKind.Number: CheckRange(schema, node, path); break;
            case "number" when node is JsonObject schedule && schema.TryGetProperty("schedule", out _): CheckSchedule(schema, schedule, path); break;
            case "string" when node.GetValueKind() == JsonValueKind.String: CheckText(schema, node, path); break;
            case var type: Problem(path, $"{Show(node)} is not {Article(type!)}", $"{Article(type!)}{About(schema)}", $"change the value, or type --set {path}=…"); break;
        }
    }

    private void CheckSchedule(JsonElement schema, JsonObject schedule, string path)
    {
        var before = _problems.Count;
        CheckObject(ScheduleSchema.Object, schedule, path, []);
        if (_problems.Count > before) return;
        foreach (var end in ScheduleSchema.Values) CheckRange(schema, schedule[end]!, $"{path}.{end}");
        if (ScheduleSchema.FindDisorder(schedule) is { } disorder) Problem($"{path}.end", disorder, "an end after the beginning", "change begin or end");
    }

    private void CheckRange(JsonElement schema, JsonNode node, string path)
    {
        var value = node.GetValue<JsonElement>().GetDouble();
        if (!double.IsFinite(value))
        {
            Problem(path, $"{Show(node)} is larger than any number here", "a number below 1.8e308" + About(schema), $"change the value, or type --set {path}=…");
            return;
        }

        var isInside = (!schema.TryGetProperty("minimum", out var low) || value >= low.GetDouble())
                       && (!schema.TryGetProperty("maximum", out var high) || value <= high.GetDouble())
                       && (!schema.TryGetProperty("exclusiveMinimum", out low) || value > low.GetDouble())
                       && (!schema.TryGetProperty("exclusiveMaximum", out high) || value < high.GetDouble());
        if (!isInside) Problem(path, $"{Show(node)} is out of range", Limits(schema) + About(schema), $"change the value, or type --set {path}=…");
    }

    private void CheckText(JsonElement schema, JsonNode node, string path)
    {
        var text = node.GetValue<string>();
        if (schema.TryGetProperty("enum", out var names))
        {
            var known = names.EnumerateArray().Select(n => n.GetString()!).ToList();
            if (!known.Contains(text)) Problem(path, $"'{text}' is not one of the choices", $"one of: {string.Join(", ", known)}", NearestName.Hint(text, known));
        }

        if (!schema.TryGetProperty("format", out var format) || format.GetString() != "path") return;
        if (text.Contains('\0', StringComparison.Ordinal)) Problem(path, $"{Show(node)} holds a character that no path has", $"a path{About(schema)}", "take out \\u0000");
        else if (schema.TryGetProperty("run", out _) && runs is not null) TakeRun(node, path, text);
        else node.ReplaceWith(Absolute(path, text));
    }

    private void TakeRun(JsonNode node, string path, string text)
    {
        try
        {
            node.ReplaceWith(_paths[path] = runs!.Find(text, Absolute(path, text), path));
        }
        catch (UserErrorException problem)
        {
            _paths.Remove(path);
            _problems.Add(problem);
        }
    }

    private void Missing(JsonElement schema, string path) =>
        Problem(path, "a setting is missing", (schema.TryGetProperty("plugin", out var kind) ? Words.A($"{kind} plugin") : Article(schema.GetProperty("type").GetString()!)) + About(schema),
            $"add \"{path[(path.LastIndexOf('.') + 1)..]}\" to the pipeline file, or type --set {path}=…");

    private JsonNode? Default(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("default", out var value))
        {
            var isPath = schema.TryGetProperty("format", out var format) && format.GetString() == "path";
            return isPath ? Absolute(path, value.GetString()!) : JsonNode.Parse(value.GetRawText());
        }

        if (!schema.TryGetProperty("properties", out _)) return null;
        var filled = new JsonObject();
        CheckObject(schema, filled, path, []);
        return filled;
    }

    private string Absolute(string path, string text) => _paths[path] = Path.GetFullPath(Path.Combine(folderOf(path), text));

    private static bool IsRequired(JsonElement schema, string name) =>
        schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(r => r.GetString() == name);

    /// <summary>Whether a number is whole; 2.0 is, as in JSON Schema.</summary>
    private static bool IsWhole(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number && node.GetValue<JsonElement>() is var number
        && (number.TryGetInt64(out _) || (number.TryGetDouble(out var value) && value == Math.Floor(value) && Math.Abs(value) < 1L << 53));

    private static string Limits(JsonElement schema)
    {
        var limits = new[] { ("minimum", "at least "), ("exclusiveMinimum", "above "), ("maximum", "at most "), ("exclusiveMaximum", "below ") };
        return string.Join(" and ", limits.Where(l => schema.TryGetProperty(l.Item1, out _))
            .Select(l => l.Item2 + schema.GetProperty(l.Item1).GetDouble().ToString("R", CultureInfo.InvariantCulture)));
    }

    private static string About(JsonElement schema) => schema.TryGetProperty("description", out var text) ? $" ({text.GetString()!.TrimEnd('.')})" : "";

    private static string Article(string type) => type switch
    {
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "a list in [ ]",
        "object" => "an object in { }",
        "string" => "a text in quotes",
        _ => Words.A(type),
    };

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 40 ? text : text[..37] + "…";
    }

    private void Problem(string path, string found, string expected, string fix) => _problems.Add(new UserErrorException(found, expected, path, fix));
}
