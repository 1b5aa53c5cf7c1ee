namespace PluginKd.Data.Text;

/// <summary>How a file of texts is written, one example a line but for quoted line breaks in CSV.</summary>
public enum TextFormat
{
    /// <summary>By the name: .csv is csv, .jsonl, .ndjson and .json are json-lines, all else is tsv.</summary>
    Auto,

    /// <summary>Columns between tabs; quotes mean nothing.</summary>
    Tsv,

    /// <summary>Columns between commas, quoted where they hold commas, quotes (written twice) or line breaks, as in RFC 4180.</summary>
    Csv,

    /// <summary>A JSON object a line; columns are its keys.</summary>
    JsonLines,

    /// <summary>The label, a blank, the text.</summary>
    LabelFirst,

    /// <summary>A text a line, and nothing else.</summary>
    Lines,
}

/// <summary>How letters are written as bytes.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a mark at the start.</summary>
    Utf8,

    /// <summary>ISO 8859-1, a byte a letter.</summary>
    Latin1,
}

/// <summary>What is done with a row that cannot be read.</summary>
public enum OnError
{
    /// <summary>The run ends and says what is wrong with it, and where.</summary>
    Refuse,

    /// <summary>It is left out, counted, and the first ones are shown with their places.</summary>
    Skip,
}
