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
        switch (inputs)
        {
            case DenseInputs dense: return WeightHash.Of([KeyValuePair.Create("values", dense.Values)]);
            case TextInputs text:
                using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
                {
                    foreach (var one in text.Texts)
                    {
                        var bytes = Encoding.UTF8.GetBytes(one);
                        hash.AppendData(BitConverter.GetBytes(bytes.Length));
                        hash.AppendData(bytes);
                    }

                    return Convert.ToHexStringLower(hash.GetHashAndReset());
                }

            default: throw new InvalidOperationException($"{inputs.GetType().Name} cannot be hashed; inputs are TextInputs or DenseInputs");
        }
    }
}
