using System.Text.Json;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Writes a network with all that is needed to make it again.</summary>
internal static class NetworkFile
{
    /// <summary>Key of the id of the model.</summary>
    public const string ModelKey = "pluginkd.model";

    /// <summary>Key of its settings, as they stand in a pipeline file.</summary>
    public const string SettingsKey = "pluginkd.settings";

    /// <summary>Writes weights, what the network says of itself, model and classes.</summary>
    /// <param name="file">The safetensors file.</param>
    /// <param name="network">The network.</param>
    /// <param name="model">Model that it is made of, if one is known.</param>
    /// <param name="classes">Names of the C classes.</param>
    public static void Write(string file, Network network, PluginUse? model, IReadOnlyList<string> classes) =>
        SafeTensors.Write(file, network.state_dict(), new Dictionary<string, string>(network.Saved)
        {
            [ModelKey] = model?.Plugin.Id ?? "",
            [SettingsKey] = model?.Settings.ToJsonString() ?? "",
            ["pluginkd.classes"] = JsonSerializer.Serialize(classes),
        });

    /// <summary>Makes the network again and puts the weights into it; it is frozen and in evaluation mode.</summary>
    /// <param name="file">The safetensors file.</param>
    /// <param name="examples">Inputs of the kind that it takes.</param>
    /// <param name="classes">Number of classes, C.</param>
    /// <param name="create">The plugin that made it makes another one like it.</param>
    public static Network Read(string file, Inputs examples, int classes, Func<ModelRequest, Network> create)
    {
        using var open = SafeTensors.Open(file);
        // First weights are drawn and thrown away: what a stage draws must not depend on whether it opens a network.
        using var generator = torch.Generator.Default;
        using var state = generator.get_state();
        var network = create(new ModelRequest(examples, classes, open.Metadata));
        generator.set_state(state);
        network.load_state_dict(open.ReadAll());
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        network.eval();
        return network;
    }
}
