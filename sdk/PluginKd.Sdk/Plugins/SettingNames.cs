using System.Text;

namespace PluginKd.Sdk;

/// <summary>Turns C# names into the names that pipeline files use.</summary>
public static class SettingNames
{
    /// <summary>Writes <c>LearningRate</c> as <c>learning-rate</c>.</summary>
    /// <param name="name">A name in Pascal case.</param>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Tells whether a text is <c>lower-case-with-hyphens</c>, as ids must be.</summary>
    /// <param name="id">The text.</param>
    public static bool IsId(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
