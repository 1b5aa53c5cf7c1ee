using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Writes what a selector said of each split, and reads it back.</summary>
internal static class SelectionFile
{
    /// <summary>Writes the selections by name of split.</summary>
    public static void Write(string file, IReadOnlyDictionary<string, Selection> selections)
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor>();
        foreach (var (split, selection) in selections)
        {
            if (selection.Weights is { } weights) tensors[$"weights.{split}"] = torch.tensor(weights);
            if (selection.Multiplicities is { } multiplicities) tensors[$"multiplicities.{split}"] = torch.tensor(multiplicities);
        }

        SafeTensors.Write(file, tensors);
    }

    /// <summary>Reads the selection of a split.</summary>
    public static Func<string, Selection> Read(string file)
    {
        using var open = SafeTensors.Open(file);
        var tensors = open.ReadAll();
        return split => new Selection
        {
            Weights = tensors.TryGetValue($"weights.{split}", out var weights) ? weights.data<float>().ToArray() : null,
            Multiplicities = tensors.TryGetValue($"multiplicities.{split}", out var multiplicities) ? multiplicities.data<int>().ToArray() : null,
        };
    }
}
