namespace PluginKd.Data.Text;

/// <summary>A column in which the same few names stand again and again: each name once, and 4 bytes a row.</summary>
internal sealed class NameColumn
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _names = [];
    private readonly List<string> _first = [];
    private readonly List<int> _rows = [];

    /// <summary>The names of all rows.</summary>
    public IEnumerable<string> Rows => _rows.Select(row => _names[row]);

    /// <summary>Adds a row.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="where">File and line.</param>
    public void Add(string name, string where)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _names.Count;
            _names.Add(name);
            _first.Add(where);
        }

        _rows.Add(number);
    }

    /// <summary>Turns each name into a number, once, at the line where it stands first.</summary>
    public int[] Read(Func<string, string, int> read)
    {
        int[] numbers = [.. _names.Select((name, i) => read(name, _first[i]))];
        return [.. _rows.Select(row => numbers[row])];
    }

    /// <summary>The rows as a list that shares its names; null when there are none.</summary>
    public PickedList<string>? ToList() => _rows.Count == 0 ? null : new([.. _names], [.. _rows]);
}
