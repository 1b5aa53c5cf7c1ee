using System.Globalization;

namespace PluginKd.Data.Text;

/// <summary>Which columns hold what: in order (<c>label,-,text</c>), or by number or heading (<c>text=title+body,label=2</c>).</summary>
internal sealed class TextColumns
{
    private const string Skipped = "-";

    /// <summary>Stands for the name of the file.</summary>
    private const string OfFile = "@file";

    private static readonly string[] Roles = [.. Enum.GetNames<ColumnRole>().Select(SettingNames.Of)];

    private readonly Dictionary<ColumnRole, string[]> _sources = [];
    private readonly string _setting;
    private readonly int? _count;
    private readonly bool _hasKeys;

    /// <summary>Reads the setting.</summary>
    /// <param name="columns">As written.</param>
    /// <param name="setting">Name of the setting, for messages.</param>
    /// <param name="needsLabel">Whether the files have labels.</param>
    /// <param name="hasKeys">Whether columns have no order but keys, as in JSON: then a role alone stands for the key of that name.</param>
    /// <exception cref="UserErrorException">It names no text or label, something twice, or something unknown.</exception>
    public TextColumns(string columns, string setting, bool needsLabel, bool hasKeys)
    {
        (_setting, _hasKeys) = (setting, hasKeys);
        string[] items = [.. columns.Split(',').Select(item => item.Trim())];
        var isNamed = items.Any(item => item.Contains('='));
        if (!isNamed && !hasKeys) _count = items.Length;
        for (var i = 0; i < items.Length; i++)
        {
            var (role, source) = isNamed ? Parts(items[i]) : (items[i], hasKeys ? items[i] : $"{i + 1}");
            if (!isNamed && role == Skipped) continue;
            if (!Roles.Contains(role)) throw Wrong($"the column '{role}' is unknown", $"{string.Join(", ", Roles)}{(isNamed ? "" : ", or - for a column to skip")}", NearestName.Find(role, Roles));
            if (!_sources.TryAdd(Enum.Parse<ColumnRole>(role, ignoreCase: true), [.. source.Split('+').Select(s => s.Trim())])) throw Wrong($"the column '{role}' stands twice", "each name once");
        }

        if (!Has(ColumnRole.Text) || (needsLabel && !Has(ColumnRole.Label))) throw Wrong($"the columns '{columns}' lack {(needsLabel ? "text or label" : "text")}", needsLabel ? "both, such as text,label" : "text");
        LabelIsLast = _count is not null && items[^1] == "label";
    }

    /// <summary>Whether columns are named by headings or keys.</summary>
    public bool NamesHeadings => _count is null && Sources.Any(source => !IsNumber(source));

    /// <summary>Whether the label is the last of the columns, so that it may be missing where nobody reads it.</summary>
    public bool LabelIsLast { get; }

    /// <summary>The keys, numbers or headings that are read.</summary>
    public IReadOnlyList<string> Keys => [.. Sources.Distinct()];

    private IEnumerable<string> Sources => _sources.Values.SelectMany(source => source).Where(source => source != OfFile);

    /// <summary>Whether there is a column for something.</summary>
    public bool Has(ColumnRole role) => _sources.ContainsKey(role);

    /// <summary>Finds the columns of one file.</summary>
    /// <param name="headings">Headings of the file, or the keys of its objects; null when it has none.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="UserErrorException">The file has no such heading.</exception>
    public FileColumns In(IReadOnlyList<string>? headings, DataFile file)
    {
        var places = _sources.ToDictionary(source => source.Key, source => source.Value.Select(s => Place(s, headings, file)).ToArray());
        return new FileColumns(places, _count ?? headings?.Count, System.IO.Path.GetFileName(file.Path).Split('.')[0], !_hasKeys);
    }

    private int Place(string source, IReadOnlyList<string>? headings, DataFile file)
    {
        if (source == OfFile) return FileColumns.OfFile;
        if (headings?.ToList().IndexOf(source) is { } at and >= 0) return at;
        if (IsNumber(source) && int.Parse(source, CultureInfo.InvariantCulture) is var number && number <= (headings?.Count ?? int.MaxValue)) return number - 1;
        throw new UserErrorException($"there is no column '{source}'", headings is null ? "a column of the file" : $"one of: {string.Join(", ", headings)}", $"{file.Path}:1, {_setting}",
            NearestName.Find(source, headings ?? []) is { } meant ? $"did you mean '{meant}'?" : "name a column that the file has");
    }

    private (string Role, string Source) Parts(string item) => item.Split('=', 2) is [var role, var source] && source.Trim().Length > 0 && source.Split('+').All(s => s.Trim().Length > 0)
        ? (role.Trim(), source)
        : throw Wrong($"'{item}' names no column", "role=column for each, such as text=title+body,label=2");

    private static bool IsNumber(string source) => int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private UserErrorException Wrong(string found, string expected, string? meant = null) =>
        new(found, expected, _setting, (meant is null ? "" : $"did you mean '{meant}'? ") + "name the columns of the files in their order, with commas between them, or write role=column for each");
}
