namespace PluginKd.Sdk;

/// <summary>How letters are written as bytes.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a mark at the start.</summary>
    Utf8,

    /// <summary>ISO 8859-1, a byte a letter.</summary>
    Latin1,
}
