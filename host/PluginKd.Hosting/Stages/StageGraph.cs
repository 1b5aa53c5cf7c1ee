using System.Text.Json.Nodes;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>The stages of a checked pipeline in the order in which they run, each with the key of its result, from manifests and files alone.</summary>
internal sealed class StageGraph
{
    /// <summary>The host's own stage: a dry batch through everything before the long work.</summary>
    public const string Rehearsal = "rehearsal";

    private readonly PipelinePlan _plan;
    private readonly InputFiles _files;
    private readonly List<StageNode> _nodes = [];

    private StageGraph(PipelinePlan plan, InputFiles files) => (_plan, _files) = (plan, files);

    /// <summary>The stages in order.</summary>
    public IReadOnlyList<StageNode> Nodes => _nodes;

    /// <summary>Stage by name.</summary>
    public StageNode this[string name] => Find(name)!;

    /// <summary>The stage whose bundle a stage that trains reads: data after selection and augmentation.</summary>
    public string LastBundle => _nodes.Last(n => n.Slot is "data" or "select" or "augment").Name;

    /// <summary>Builds the graph of a pipeline; reads the files that its settings name, to hash them.</summary>
    /// <exception cref="UserErrorException">A file cannot be read.</exception>
    public static StageGraph Of(PipelinePlan plan)
    {
        var graph = new StageGraph(plan, new InputFiles());
        graph.Add("data", [], extra: ("leaks", plan.Resolved["leaks"]?.DeepClone()));
        string[] teacher = graph.In("teacher").Count > 0 ? ["teacher"] : [];
        graph.AddRehearsal();
        if (teacher.Length > 0) graph.Add("teacher", ["data"]);
        for (var i = 0; i < graph.In("select").Count; i++) graph.AddAt("select", i, [graph.LastBundle, .. teacher]);
        for (var i = 0; i < graph.In("augment").Count; i++) graph.AddAt("augment", i, [graph.LastBundle]);
        if (plan.HasOwnBaseline) graph.Add("baseline", [graph.LastBundle], settings: "distill", isWithoutTeacher: true);
        else if (graph.In("baseline").Count > 0) graph.Add("baseline", [graph.LastBundle, .. teacher]);
        if (plan.Gate is not null) graph.AddGate();
        graph.Add("distill", [graph.LastBundle, .. teacher], extra: ("watched-by", graph.Settings("average")), others: ["average"]);
        if (graph.In("average").Count > 0) graph.Add("average", ["distill"]);
        graph.Add("evaluate", ["data", .. teacher, .. graph.Find("baseline") is null ? Array.Empty<string>() : ["baseline"], graph.Student]);
        return graph;
    }

    /// <summary>The stage that gives the student.</summary>
    public string Student => Find("average") is null ? "distill" : "average";

    /// <summary>Finds a stage by name.</summary>
    public StageNode? Find(string name) => _nodes.FirstOrDefault(n => n.Name == name);

    /// <summary>Looks whether the files that a stage has read are those that its key counts: a result must not stand under the key of others.</summary>
    /// <exception cref="UserErrorException">One was changed since its hash was taken.</exception>
    public void RequireSameFiles(StageNode node)
    {
        foreach (var (place, path) in node.Made["files"]!.AsObject().Select(file => (file.Key, _plan.Paths[file.Key])))
            if (_files.HasChanged(path, place))
                throw new UserErrorException($"the file of {place} was changed while the run went on", "files that stay as they are until the stages that read them have ended", path, "run again");
    }

    private IReadOnlyList<PluginUse> In(string slot) => _plan.In(slot);

    private void AddRehearsal()
    {
        string[] slots = ["teacher", "select", "augment", "baseline", "distill", "average"];
        var made = Parts(Rehearsal, slots, ["data"]);
        made["settings"] = new JsonObject(slots.Select(slot => KeyValuePair.Create(slot, Settings(slot))));
        _nodes.Add(new StageNode(Rehearsal, Rehearsal, 0, "a dry batch", Rehearsal, ["data"], made));
    }

    private void AddGate()
    {
        string[] inputs = ["data", "teacher", "baseline"];
        var made = Parts(TeacherGate.Key, [], inputs);
        made["settings"] = Settings(TeacherGate.Key);
        _nodes.Add(new StageNode(TeacherGate.Key, TeacherGate.Key, 0, "teacher against baseline", TeacherGate.Key, inputs, made));
    }

    private void Add(string slot, string[] inputs, string? settings = null, bool isWithoutTeacher = false, (string Name, JsonNode? Value)? extra = null, string[]? others = null)
    {
        var made = Parts(slot, [settings ?? slot, .. others ?? []], inputs);
        made["settings"] = isWithoutTeacher ? WithoutTeacher(Settings("distill")) : Settings(settings ?? slot);
        if (extra is { Value: not null } more) made[more.Name] = more.Value;
        _nodes.Add(new StageNode(slot, slot, 0, Names(settings ?? slot) + (settings is null ? "" : " without teacher"), slot, inputs, made));
    }

    /// <summary>What a baseline is made of: not the losses that read a teacher, so that another one of them leaves the baseline as it is.</summary>
    private JsonNode? WithoutTeacher(JsonNode? distill)
    {
        foreach (var path in _plan.TeacherLosses.Select(use => use.Path["distill.".Length..].Split('.')).OrderByDescending(path => path[^1].Length).ThenByDescending(path => path[^1], StringComparer.Ordinal))
        {
            if (path[..^1].Aggregate(distill, Step) is JsonArray list) list.RemoveAt(Position(path[^1]));
        }

        return distill;
    }

    private void AddAt(string slot, int index, string[] inputs)
    {
        var name = index == 0 ? slot : $"{slot}.{index}";
        var seedName = PluginSeeds.NameOf(_plan, slot, index);
        var made = Parts(seedName, [$"{slot}.{index}"], inputs);
        made["settings"] = Settings($"{slot}.{index}");
        _nodes.Add(new StageNode(name, slot, index, In(slot)[index].Plugin.Id, seedName, inputs, made));
    }

    private JsonObject Parts(string seedName, IReadOnlyList<string> places, IReadOnlyList<string> inputs) => new()
    {
        ["engine"] = KeyParts.Engine,
        ["sdk"] = $"{typeof(IDataSource).Module.ModuleVersionId:N}/{typeof(torch.Tensor).Module.ModuleVersionId:N}",
        ["seed"] = Seeds.Derive(_plan.Seed, seedName),
        ["plugins"] = new JsonObject(UsesAt(places).Select(use => use.Plugin.Package).DistinctBy(p => p.Id).OrderBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Id, (JsonNode?)PackageHash.Of(p)))),
        ["files"] = new JsonObject(_plan.Paths.Where(p => !_plan.Folders.Contains(p.Key) && places.Any(place => IsUnder(p.Key, place))).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, (JsonNode?)_files.HashOf(p.Value, p.Key)))),
        // Rounded signals make another student.
        ["teacher-signals"] = inputs.Contains("teacher") ? _plan.SignalFormat.Name : null,
        ["inputs"] = new JsonObject(inputs.Distinct().Select(name => KeyValuePair.Create(name, (JsonNode?)this[name].Key))),
    };

    private IEnumerable<PluginUse> UsesAt(IReadOnlyList<string> places) => _plan.Uses.Where(use => places.Any(place => IsUnder(use.Key, place))).Select(use => use.Value);

    /// <summary>Settings as they stand, but for paths: a file counts by its bytes, not by its place.</summary>
    private JsonNode? Settings(string place)
    {
        var parts = place.Split('.');
        var node = parts.Aggregate((JsonNode?)_plan.Resolved, Step)?.DeepClone();
        foreach (var path in _plan.Paths.Keys.Where(path => IsUnder(path, place) && path != place)) WithoutPath(node, path[(place.Length + 1)..].Split('.'));
        return node;
    }

    private static void WithoutPath(JsonNode? node, string[] keys)
    {
        node = keys[..^1].Aggregate(node, Step);
        if (node is JsonObject parent) parent[keys[^1]] = "(see files)";
        else if (node is JsonArray list) list[Position(keys[^1])] = "(see files)";
    }

    private static JsonNode? Step(JsonNode? at, string key) => at is JsonArray list ? list[Position(key)] : at?[key];

    private static int Position(string key) => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsUnder(string path, string place) => path == place || path.StartsWith(place + ".", StringComparison.Ordinal);

    private string Names(string slot) => string.Join(", ", In(slot).Select(use => use.Plugin.Id));
}
