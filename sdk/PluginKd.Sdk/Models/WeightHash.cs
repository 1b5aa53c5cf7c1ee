using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Sdk;

/// <summary>Tells whether weights are the same to the bit.</summary>
public static class WeightHash
{
    /// <summary>Hashes the names, types, shapes and bytes of all parameters and buffers, in the order of their names.</summary>
    /// <param name="module">On any device.</param>
    /// <returns>SHA-256 in lower-case hex.</returns>
    public static string Of(nn.Module module) => Of(module.state_dict());

    /// <summary>Hashes the names, types, shapes and bytes of tensors, in the order of their names.</summary>
    /// <param name="tensors">On any device.</param>
    /// <returns>SHA-256 in lower-case hex.</returns>
    public static string Of(IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        const int Chunk = 1 << 20;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var scope = NewDisposeScope();
        var named = new Dictionary<string, Tensor>(tensors, StringComparer.Ordinal);
        string[] names = [.. named.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var tensor = named[name];
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{tensor.dtype}\n{string.Join(',', tensor.shape)}\n"));
            var plain = tensor.detach().cpu().contiguous().view(-1);
            for (var at = 0L; at < plain.numel(); at += Chunk) hash.AppendData(plain.narrow(0, at, Math.Min(Chunk, plain.numel() - at)).bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
