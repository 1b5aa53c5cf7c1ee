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
        if (split.Inputs is DenseInputs dense) shapes["values"] = new(TypeOf(dense), [dense.Count, .. dense.Shape]);
        var columns = Columns(split).Where(c => c.Texts is not null).ToList();
        foreach (var (name, texts) in columns) TextColumn.Announce(shapes, name, texts!);
        using var writer = new SafeTensorsWriter(file, shapes, new Dictionary<string, string> { ["name"] = split.Name, ["role"] = split.Role.ToString() });
        Write(writer, "labels", split.Labels, rows => torch.tensor(rows));
        Write(writer, "indices", split.Indices, rows => torch.tensor(rows));
        Write(writer, "weights", split.Weights ?? [], rows => torch.tensor(rows));
        WriteValues(writer, split.Inputs as DenseInputs);
        foreach (var (name, texts) in columns) TextColumn.Write(writer, name, texts!);
        writer.Finish();
    }

    /// <summary>Opens a split; inputs stay in the file until they are used.</summary>
    public static Split Read(string file)
    {
        using var open = SafeTensors.Open(file);
        var tensors = open.ReadAll();
        Inputs inputs = tensors.TryGetValue("values", out var values) ? new DenseInputs(values) : new TextInputs(TextColumn.Find(tensors, "texts")!);
        return new Split(open.Metadata["name"], Enum.Parse<SplitRole>(open.Metadata["role"]), inputs, tensors["labels"].data<int>().ToArray(), tensors["indices"].data<long>().ToArray())
        {
            Weights = tensors.TryGetValue("weights", out var weights) ? weights.data<float>().ToArray() : null,
            Domains = TextColumn.Find(tensors, "domains"),
            Groups = TextColumn.Find(tensors, "groups"),
            Origins = TextColumn.Find(tensors, "origins"),
        };
    }

    private static IEnumerable<(string Name, IReadOnlyList<string>? Texts)> Columns(Split split) =>
        [("texts", Texts(split.Inputs)), ("domains", split.Domains), ("groups", split.Groups), ("origins", split.Origins)];

    private static IReadOnlyList<string>? Texts(Inputs inputs) => inputs switch
    {
        TextInputs text => text.Texts,
        DenseInputs => null,
        _ => throw new InvalidOperationException($"{inputs.GetType().Name} cannot be stored; inputs are TextInputs or DenseInputs"),
    };

    private static torch.ScalarType TypeOf(DenseInputs inputs)
    {
        using var one = ((DenseInputs)inputs.Take([0])).Values;
        return one.dtype;
    }

    private static void Write<T>(SafeTensorsWriter writer, string name, T[] values, Func<T[], torch.Tensor> tensor)
    {
        for (var at = 0; at < values.Length; at += ChunkRows)
        {
            using var rows = tensor(values[at..Math.Min(at + ChunkRows, values.Length)]);
            writer.Write(name, at, rows);
        }
    }

    private static void WriteValues(SafeTensorsWriter writer, DenseInputs? inputs)
    {
        if (inputs is null) return;
        foreach (var (first, values) in InputChunks.Of(inputs))
        {
            using (values) writer.Write("values", first, values);
        }
    }
}
