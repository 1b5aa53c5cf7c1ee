namespace PluginKd.Sdk;

/// <summary>An entity: words from one place to another, of one type.</summary>
/// <param name="Type">Such as <c>PER</c>.</param>
/// <param name="Start">Place of the first word, from 0.</param>
/// <param name="End">Place behind the last word.</param>
public readonly record struct TagSpan(string Type, int Start, int End);
