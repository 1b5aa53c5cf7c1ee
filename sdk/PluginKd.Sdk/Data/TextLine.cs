namespace PluginKd.Sdk;

/// <summary>A line of a file, or what is wrong with it.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="Number">From 1.</param>
/// <param name="Where">File and line.</param>
/// <param name="Problem">Why it cannot be read; then the text is empty.</param>
public readonly record struct TextLine(string Text, int Number, string Where, UserErrorException? Problem = null)
{
    /// <summary>Most bytes of a line; a longer one is a file without line ends, or no text at all.</summary>
    public const int MostBytes = 1 << 24;

    /// <summary>Names a column of the line.</summary>
    /// <param name="column">From 1.</param>
    public string At(int column) => $"{Where}:{column}";
}
