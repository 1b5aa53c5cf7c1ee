namespace TorchSharp.Utils;

/// <summary>TorchSharp's file of named tensors: how many, then name and tensor of each.</summary>
internal static class StateFormat
{
    public static void Write(BinaryWriter writer, Dictionary<string, Tensor> entries, ICollection<string>? skip)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var kept = entries.Where(entry => skip?.Contains(entry.Key) != true).ToList();
        writer.Write7BitEncodedInt(kept.Count);
        foreach (var (name, tensor) in kept)
        {
            writer.Write(name);
            TensorFormat.Write(writer, tensor);
        }
    }

    public static Dictionary<string, Tensor> Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var entries = new Dictionary<string, Tensor>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var name = reader.ReadString();
            entries[name] = TensorFormat.Read(reader);
        }

        return entries;
    }

    /// <summary>Copies the tensors of a file into those of the same name.</summary>
    /// <exception cref="ArgumentException">Strict, and the file has other names; or a shape or type differs.</exception>
    public static void ReadInto(
        BinaryReader reader, Dictionary<string, Tensor> own, string owner, bool strict, ICollection<string>? skip,
        Dictionary<string, bool>? loaded)
    {
        ArgumentNullException.ThrowIfNull(reader);
        foreach (var name in own.Keys)
            loaded?.TryAdd(name, false);
        var missing = own.Keys.Where(name => skip?.Contains(name) != true).ToHashSet();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var name = reader.ReadString();
            var isSkipped = skip?.Contains(name) == true;
            if (!own.TryGetValue(name, out var target))
            {
                if (strict && !isSkipped)
                    throw new ArgumentException($"the file has '{name}', {owner} does not; pass strict: false or skip it");
                TensorFormat.Skip(reader);
                continue;
            }

            if (isSkipped)
                TensorFormat.Skip(reader);
            else
                TensorFormat.ReadInto(reader, target, $"'{name}'");
            missing.Remove(name);
            if (loaded is not null)
                loaded[name] = !isSkipped;
        }

        if (strict && missing.Count > 0)
            throw new ArgumentException($"the file lacks [{string.Join(", ", missing)}] of {owner}; pass strict: false or skip them");
    }
}
