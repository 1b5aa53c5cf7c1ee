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
