namespace PluginKd.Sdk;

/// <summary>Names of tensors with prefixes, as checkpoints hold them.</summary>
internal static class Tensors
{
    /// <summary>Adds tensors under a prefix.</summary>
    public static void Put(IDictionary<string, Tensor> all, string prefix, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        foreach (var (name, tensor) in tensors) all[prefix + name] = tensor;
    }

    /// <summary>Takes the tensors under a prefix, by what follows it.</summary>
    public static Dictionary<string, Tensor> Under(string prefix, IReadOnlyDictionary<string, Tensor> all) => all
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);
}
