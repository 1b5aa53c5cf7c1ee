using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>What the process of a stage is told: the first line on its standard input.</summary>
/// <param name="Pipeline">The resolved pipeline, in the run folder.</param>
/// <param name="Folder">Folder that the pipeline was read from.</param>
/// <param name="Stage">The stage to run.</param>
/// <param name="Key">Key that its result must have: the child computes its own and refuses to make another.</param>
/// <param name="Store">The store.</param>
/// <param name="Device">Device name.</param>
/// <param name="Threads">Threads for tensor work.</param>
/// <param name="CheckpointSeconds">Time between two checkpoints.</param>
internal sealed record StageRequest(string Pipeline, string Folder, string Stage, string Key, string Store, string Device, int Threads, double CheckpointSeconds)
{
    public string Write() => new JsonObject
    {
        ["pipeline"] = Pipeline,
        ["folder"] = Folder,
        ["stage"] = Stage,
        ["key"] = Key,
        ["store"] = Store,
        ["device"] = Device,
        ["threads"] = Threads,
        ["checkpoint-seconds"] = CheckpointSeconds,
    }.ToJsonString();

    public static StageRequest Read(string line)
    {
        var node = JsonNode.Parse(line)!;
        string Text(string name) => node[name]!.GetValue<string>();
        return new StageRequest(Text("pipeline"), Text("folder"), Text("stage"), Text("key"), Text("store"), Text("device"), node["threads"]!.GetValue<int>(), node["checkpoint-seconds"]!.GetValue<double>());
    }
}
