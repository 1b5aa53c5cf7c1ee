using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Writes a split as one safetensors file and reads it back as a map of that file.</summary>
internal static class SplitFile
{
    /// <summary>Writes all that a split holds.</summary>
    public static void Write(string file, Split split)
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor> { ["labels"] = torch.tensor(split.Labels), ["indices"] = torch.tensor(split.Indices) };
        switch (split.Inputs)
        {
            case DenseInputs dense: tensors["values"] = dense.Values; break;
            case TextInputs text: TextColumn.Put(tensors, "texts", text.Texts); break;
            default: throw new InvalidOperationException($"{split.Inputs.GetType().Name} cannot be stored; inputs are TextInputs or DenseInputs");
        }

        if (split.Weights is { } weights) tensors["weights"] = torch.tensor(weights);
        foreach (var (name, column) in Columns(split))
            if (column is not null) TextColumn.Put(tensors, name, column);
        SafeTensors.Write(file, tensors, new Dictionary<string, string> { ["name"] = split.Name, ["role"] = split.Role.ToString() });
    }

    /// <summary>Opens a split; inputs stay in the file until they are used.</summary>
    public static Split Read(string file)
    {
        using var open = SafeTensors.Open(file);
        var tensors = open.ReadAll();
        Inputs inputs = tensors.TryGetValue("values", out var values) ? new DenseInputs(values) : new TextInputs(TextColumn.Find(tensors, "texts")!);
        string[]? Texts(string name) => TextColumn.Find(tensors, name) is { } column ? Shared(column) : null;
        return new Split(open.Metadata["name"], Enum.Parse<SplitRole>(open.Metadata["role"]), inputs, tensors["labels"].data<int>().ToArray(), tensors["indices"].data<long>().ToArray())
        {
            Weights = tensors.TryGetValue("weights", out var weights) ? weights.data<float>().ToArray() : null,
            Domains = Texts("domains"),
            Groups = Texts("groups"),
            Origins = Texts("origins"),
        };
    }

    private static IEnumerable<(string Name, string[]? Column)> Columns(Split split) => [("domains", split.Domains), ("groups", split.Groups), ("origins", split.Origins)];

    // Domains and origins are few: a million rows share their texts.
    private static string[] Shared(TextColumn column)
    {
        var known = new Dictionary<string, string>();
        return [.. column.Select(text => known.TryGetValue(text, out var same) ? same : known[text] = text)];
    }
}
