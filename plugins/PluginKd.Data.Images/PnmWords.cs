namespace PluginKd.Data.Images;

/// <summary>Reads the numbers that PGM and PPM files write as text, blanks and comments between them.</summary>
/// <param name="reader">The file, behind its magic number.</param>
internal sealed class PnmWords(ByteReader reader)
{
    private const int LongestWord = 9;
    private readonly byte[] _next = new byte[1];

    /// <summary>Reads a number and the one character behind it.</summary>
    /// <param name="what">What it says.</param>
    /// <param name="least">Smallest that is allowed.</param>
    /// <param name="most">Largest that is allowed.</param>
    public int Number(string what, int least, int most)
    {
        while (true)
        {
            reader.Fill(_next, $"the {what}");
            if (_next[0] == '#') SkipComment();
            else if (!IsBlank(_next[0])) break;
        }

        var (start, number, digits) = (reader.Position - 1, 0, 0);
        do
        {
            if (_next[0] is < (byte)'0' or > (byte)'9' || ++digits > LongestWord)
                throw new UserErrorException(digits > LongestWord ? $"the {what} has more than {LongestWord} digits" : $"byte {_next[0]} stands in the {what}",
                    $"a number of {least} to {most}", reader.At(reader.Position - 1), "copy or download the file again");
            number = (number * 10) + _next[0] - '0';
        }
        while (reader.TryFill(_next, $"the {what}") && !IsBlank(_next[0]) && _next[0] != '#');
        if (_next[0] == '#') SkipComment();
        return number >= least && number <= most ? number
            : throw new UserErrorException($"the {what} is {number}", $"{least} to {most}", reader.At(start), "copy or download the file again");
    }

    /// <summary>Makes sure that nothing but blanks and comments follows.</summary>
    /// <param name="announced">What the file said it holds.</param>
    public void End(string announced)
    {
        while (reader.TryFill(_next, "the end"))
        {
            if (_next[0] == '#') SkipComment();
            else if (!IsBlank(_next[0]))
                throw new UserErrorException($"the file goes on behind {announced}", "its end there", reader.At(reader.Position - 1), "copy or download the file again");
        }
    }

    private void SkipComment()
    {
        while (reader.TryFill(_next, "a comment") && _next[0] is not ((byte)'\n' or (byte)'\r'))
        {
            // What it says is for people.
        }
    }

    // As C's isspace: blank, tab, new line, vertical tab, form feed, return.
    private static bool IsBlank(byte character) => character is 32 or (>= 9 and <= 13);
}
