using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Tells whether two sets of inputs are the same to the bit; weights and labels do not matter to a teacher.</summary>
internal static class InputsHash
{
    private static readonly ConditionalWeakTable<Inputs, string> Known = [];

    /// <summary>SHA-256 over all inputs, in order; computed once for each object.</summary>
    public static string Of(Inputs inputs) => Known.GetValue(inputs, Compute);

    private static string Compute(Inputs inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        switch (inputs)
        {
            case DenseInputs dense: Append(hash, dense); break;
            case TextInputs text: Append(hash, text.Texts); break;
            case TokenInputs tokens: Append(hash, tokens); break;
            case PairInputs pairs: hash.AppendData(Encoding.UTF8.GetBytes($"{Of(pairs.First)} {Of(pairs.Second)}")); break;
            default: throw new InvalidOperationException($"{inputs.GetType().Name} cannot be hashed; inputs are texts, tokens, numbers, or pairs of these");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, DenseInputs dense)
    {
        foreach (var (first, values) in InputChunks.Of(dense))
        {
            using var rows = values;
            if (first == 0) hash.AppendData(Encoding.UTF8.GetBytes($"{rows.dtype}\n{dense.Count},{string.Join(',', dense.Shape)}\n"));
            using var plain = rows.contiguous();
            hash.AppendData(plain.bytes);
        }
    }

    private static void Append(IncrementalHash hash, TokenInputs tokens)
    {
        foreach (var words in tokens.Sequences)
        {
            hash.AppendData(BitConverter.GetBytes(words.Length));
            Append(hash, words);
        }
    }

    private static void Append(IncrementalHash hash, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
