using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>A place of a pipeline where a plugin is named.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Path">The place, such as <c>distill.loss.0</c>; <c>--set</c> takes the same notation.</param>
/// <param name="Settings">What stands there, after defaults.</param>
public sealed record PluginUse(ProvidedPlugin Plugin, string Path, JsonObject Settings);
