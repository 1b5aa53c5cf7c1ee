using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Writes a split as one safetensors file and reads it back as a map of that file.</summary>
internal static class SplitFile
{
    private const int ChunkRows = 1 << 13;

    /// <summary>Writes all that a split holds, some rows at a time: no second copy of the inputs is in memory.</summary>
    public static void Write(string file, Split split)
    {
        var shapes = new Dictionary<string, SafeTensorsShape>
        {
            ["labels"] = new(torch.ScalarType.Int32, [split.Count]),
            ["indices"] = new(torch.ScalarType.Int64, [split.Count]),
        };
        if (split.Weights is not null) shapes["weights"] = new(torch.ScalarType.Float32, [split.Count]);
        if (split.TokenLabels is { } tokens)
        {
            shapes["token-labels"] = new(torch.ScalarType.Int32, [tokens.All.Length]);
            shapes["token-ends"] = new(torch.ScalarType.Int64, [tokens.Count]);
        }

        var inputs = new InputColumns(split.Inputs);
        inputs.Announce(shapes);
        var columns = inputs.Texts.Concat(Names(split)).Where(c => c.Texts is not null).ToList();
        foreach (var (name, texts) in columns) TextColumn.Announce(shapes, name, texts!);
        using var writer = new SafeTensorsWriter(file, shapes, new Dictionary<string, string> { ["name"] = split.Name, ["role"] = split.Role.ToString() });
        Write(writer, "labels", split.Labels, rows => torch.tensor(rows));
        Write(writer, "indices", split.Indices, rows => torch.tensor(rows));
        Write(writer, "weights", split.Weights ?? [], rows => torch.tensor(rows));
        Write(writer, "token-labels", split.TokenLabels?.All ?? [], rows => torch.tensor(rows));
        Write(writer, "token-ends", [.. split.TokenLabels?.Ends ?? []], rows => torch.tensor(rows));
        inputs.Write(writer);
        foreach (var (name, texts) in columns) TextColumn.Write(writer, name, texts!);
        writer.Finish();
    }

    /// <summary>Opens a split; inputs stay in the file until they are used.</summary>
    public static Split Read(string file)
    {
        using var open = SafeTensors.Open(file);
        var tensors = open.ReadAll();
        return new Split(open.Metadata["name"], Enum.Parse<SplitRole>(open.Metadata["role"]), InputColumns.Open(tensors), tensors["labels"].data<int>().ToArray(), tensors["indices"].data<long>().ToArray())
        {
            TokenLabels = tensors.TryGetValue("token-labels", out var labels) ? new TokenLabels(labels.data<int>().ToArray(), tensors["token-ends"].data<long>().ToArray()) : null,
            Weights = tensors.TryGetValue("weights", out var weights) ? weights.data<float>().ToArray() : null,
            Ids = TextColumn.Find(tensors, "ids"),
            Domains = TextColumn.Find(tensors, "domains"),
            Groups = TextColumn.Find(tensors, "groups"),
            Origins = TextColumn.Find(tensors, "origins"),
        };
    }

    private static IEnumerable<(string Name, IReadOnlyList<string>? Texts)> Names(Split split) =>
        [("ids", split.Ids), ("domains", split.Domains), ("groups", split.Groups), ("origins", split.Origins)];

    private static void Write<T>(SafeTensorsWriter writer, string name, T[] values, Func<T[], torch.Tensor> tensor)
    {
        for (var at = 0; at < values.Length; at += ChunkRows)
        {
            using var rows = tensor(values[at..Math.Min(at + ChunkRows, values.Length)]);
            writer.Write(name, at, rows);
        }
    }
}
