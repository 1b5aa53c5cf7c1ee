namespace PluginKd.Data.Translation;

/// <summary>A text and its translation.</summary>
/// <param name="Source">The text, not empty.</param>
/// <param name="Target">Its translation, not empty.</param>
/// <param name="Id">File and line.</param>
internal readonly record struct TextPair(string Source, string Target, string Id);
