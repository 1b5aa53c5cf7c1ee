using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Data.Generated;

/// <summary>Remembers texts in 2 bytes each, so that a text that was written is never taken for a new one.</summary>
/// <remarks>
/// A Bloom filter (Bloom 1970): about one new text in 1,700 is taken for an old one, and another is drawn in its place. Its size follows from the
/// number of texts of its own split, so that the number of another split's texts changes nothing here.
/// </remarks>
internal sealed class TextFilter(int count)
{
    private const int BitsForOne = 16;
    private const int Probes = 8;

    private readonly ulong[] _bits = new ulong[((long)count * BitsForOne / 64) + 1];

    /// <summary>Hashes a text for <see cref="Has"/> and <see cref="Add"/>.</summary>
    public static UInt128 Hash(string text) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a text may have been added; never false for one that was.</summary>
    public bool Has(UInt128 hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var (word, bit) = Place(hash, probe);
            if ((_bits[word] & bit) == 0) return false;
        }

        return true;
    }

    /// <summary>Adds a text.</summary>
    public void Add(UInt128 hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var (word, bit) = Place(hash, probe);
            _bits[word] |= bit;
        }
    }

    // Two halves of one hash make as many probes as are wanted (Kirsch and Mitzenmacher 2006).
    private (long Word, ulong Bit) Place(UInt128 hash, int probe)
    {
        var at = ((ulong)hash + ((ulong)probe * ((ulong)(hash >> 64) | 1))) % ((ulong)_bits.LongLength * 64);
        return ((long)(at / 64), 1UL << (int)(at % 64));
    }
}
