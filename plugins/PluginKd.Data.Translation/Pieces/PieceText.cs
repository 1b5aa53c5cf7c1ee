using System.Globalization;
using System.Text;

namespace PluginKd.Pieces;

/// <summary>What pieces stand for: <c>▁</c> is a blank, <c>&lt;0xE2&gt;</c> a byte of UTF-8, everything else itself.</summary>
internal static class PieceText
{
    /// <summary>Stands for a blank; every word begins with it, the first of a text too.</summary>
    public const char Blank = '▁';

    /// <summary>Name of a byte.</summary>
    public static string OfByte(int value) => string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>");

    /// <summary>Whether a piece is the name of a byte.</summary>
    public static bool IsByte(string piece) => piece.Length == 6 && piece.StartsWith("<0x", StringComparison.Ordinal) && piece[5] == '>'
        && char.IsAsciiHexDigitUpper(piece[3]) && char.IsAsciiHexDigitUpper(piece[4]);

    /// <summary>Joins the pieces of a text; bytes that make no character become U+FFFD.</summary>
    /// <param name="pieces">In order, without marks.</param>
    public static string Join(IEnumerable<string> pieces)
    {
        var bytes = new List<byte>();
        foreach (var piece in pieces)
        {
            if (IsByte(piece)) bytes.Add(byte.Parse(piece.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else bytes.AddRange(Encoding.UTF8.GetBytes(piece.Replace(Blank, ' ')));
        }

        // The blank before the first word was put there by the cutting.
        return Encoding.UTF8.GetString([.. bytes]) is [' ', .. var text] ? text : Encoding.UTF8.GetString([.. bytes]);
    }
}
