using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>One stage of a checked pipeline, with the key of its result.</summary>
/// <param name="Name">Such as <c>teacher</c>, <c>select.1</c>.</param>
/// <param name="Slot">Key of the pipeline file, or the host's own <c>rehearsal</c>.</param>
/// <param name="Index">Position in a slot that is a list.</param>
/// <param name="Plugins">Ids of the plugins at work, for people.</param>
/// <param name="SeedName">What its seed is derived from.</param>
/// <param name="Inputs">Names of the stages whose results it reads.</param>
/// <param name="Made">The parts of the key.</param>
internal sealed record StageNode(string Name, string Slot, int Index, string Plugins, string SeedName, IReadOnlyList<string> Inputs, JsonObject Made)
{
    /// <summary>Key of its result.</summary>
    public string Key { get; } = KeyParts.Hash(Made);
}
