namespace PluginKd.Data.Text;

/// <summary>Where one file has which column.</summary>
/// <param name="places">Positions by what they hold; several are joined.</param>
/// <param name="count">Number of columns of a row; null takes that of the first one.</param>
/// <param name="fileName">Name of the file without what follows its first dot.</param>
/// <param name="areInOrder">Whether columns have an order in the file; keys of JSON have none.</param>
internal sealed class FileColumns(IReadOnlyDictionary<ColumnRole, int[]> places, int? count, string fileName, bool areInOrder)
{
    /// <summary>The position that stands for the name of the file.</summary>
    public const int OfFile = -1;

    private int? _width = count;

    /// <summary>Says what is wrong with the number of columns of a row, or null.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mayLackLast">Whether the last column may be missing.</param>
    public UserErrorException? Check(TextRow row, bool mayLackLast)
    {
        _width ??= row.Fields.Length;
        var last = places.Values.SelectMany(p => p).Max();
        if (last >= _width)
            throw new UserErrorException($"a row has {_width} columns", $"{last + 1} or more, as the setting names them", row.Where, "correct data.columns, or the format of the file in data.format");
        if (row.Fields.Length == _width || (mayLackLast && row.Fields.Length == _width - 1)) return null;
        return new UserErrorException($"a row has {row.Fields.Length} columns", $"{_width}, as the headings, data.columns or the first row have it", row.Where,
            "mend the row, or name the columns of the file in data.columns");
    }

    /// <summary>What a row holds; several texts with blanks between them, several names with strokes.</summary>
    public string Read(TextRow row, ColumnRole role) => places.TryGetValue(role, out var at)
        ? at.Length == 1 ? Field(row, at[0]) : string.Join(role is ColumnRole.Text or ColumnRole.Second ? ' ' : '/', at.Select(place => Field(row, place).Trim()))
        : "";

    /// <summary>Names file, line and, where it is known, column of what a row holds.</summary>
    public string PlaceOf(TextRow row, ColumnRole role) => areInOrder && places.TryGetValue(role, out var at) && at[0] != OfFile ? $"{row.Where}:{at[0] + 1}" : row.Where;

    private string Field(TextRow row, int place) => place == OfFile ? fileName : place < row.Fields.Length ? row.Fields[place] : "";
}
