namespace PluginKd.Data.Text;

/// <summary>Which column of a line holds what.</summary>
internal sealed class TextColumns
{
    private static readonly string[] Known = ["text", "label", "domain", "-"];

    private readonly string[] _columns;

    /// <summary>Reads a list such as <c>text,label</c>.</summary>
    public TextColumns(string columns)
    {
        _columns = [.. columns.Split(',').Select(c => c.Trim())];
        foreach (var column in _columns)
        {
            if (!Known.Contains(column))
                throw Wrong($"the column '{column}' is unknown", "text, label, domain, or - for a column to skip");
            if (column != "-" && _columns.Count(c => c == column) > 1) throw Wrong($"the column '{column}' stands twice", "each name once");
        }

        (Text, Label, Domain) = (Array.IndexOf(_columns, "text"), Array.IndexOf(_columns, "label"), Array.IndexOf(_columns, "domain"));
        if (Text < 0 || Label < 0) throw Wrong($"the columns '{columns}' lack text or label", "both, such as text,label");
    }

    /// <summary>Position of the text.</summary>
    public int Text { get; }

    /// <summary>Position of the label.</summary>
    public int Label { get; }

    /// <summary>Position of the domain, or −1.</summary>
    public int Domain { get; }

    /// <summary>Throws when a line has another number of columns.</summary>
    public void Check(string[] fields, string where, bool mayLackLabel)
    {
        if (fields.Length == _columns.Length || (mayLackLabel && Label == _columns.Length - 1 && fields.Length == Label)) return;
        throw new UserErrorException($"a line has {fields.Length} tab-separated columns",
            $"{_columns.Length}: {string.Join(", ", _columns)}", where, "mend the line, or name the columns of the file in data.columns");
    }

    private static UserErrorException Wrong(string found, string expected) =>
        new(found, expected, "data.columns", "name the columns of the files in their order, with commas between them");
}
