namespace PluginKd.Data.Sequences;

/// <summary>Reads a file of a word a line, with columns; an empty line ends a sequence.</summary>
/// <param name="settings">Columns.</param>
/// <param name="file">The file.</param>
/// <param name="readsTags">Whether the tag's column is wanted.</param>
internal sealed class ConllFile(ConllSettings settings, DataFile file, bool readsTags)
{
    private const string DocumentMark = "-DOCSTART-";

    private readonly List<string> _words = [];
    private readonly List<string> _tags = [];
    private int _start;
    private int _columns;
    private RawSequence? _problem;

    /// <summary>Gives the sequences in order.</summary>
    public IEnumerable<RawSequence> Read()
    {
        foreach (var (text, line, where, problem) in FileLines.Read(file))
        {
            if (problem is not null)
            {
                _problem ??= RawSequence.Bad(problem);
            }
            else if (string.IsNullOrWhiteSpace(text) || text.StartsWith(DocumentMark, StringComparison.Ordinal))
            {
                if (Finish() is { } ended) yield return ended;
            }
            else if (_problem is null)
            {
                if (_words.Count == 0) _start = line;
                Take(Columns(text), where);
            }
        }

        if (Finish() is { } last) yield return last;
    }

    // A word may hold an odd blank where tabs part columns.
    private static string[] Columns(string text) => text.Contains('\t', StringComparison.Ordinal) ? text.Split('\t') : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Take(string[] columns, string where)
    {
        if (_columns == 0) _columns = columns.Length;
        var tag = settings.Tag ?? _columns;
        var wanted = readsTags ? Math.Max(settings.Word, tag) : settings.Word;
        if (readsTags && columns.Length != _columns)
            _problem = RawSequence.Bad($"a line has {columns.Length} columns", $"{_columns}, as the first line has", where, "mend the line: a word, its tag, and a blank or a tab between columns");
        else if (columns.Length < wanted)
            _problem = RawSequence.Bad($"a line has {columns.Length} columns", $"{wanted} at least: data.word is {settings.Word}{(readsTags ? $", the tag stands in column {tag}" : "")}", where,
                "mend the line, or correct data.word and data.tag");
        else if (readsTags && tag == settings.Word)
            throw new UserErrorException($"word and tag stand in one column, {tag}", "a column each", where, "correct data.word and data.tag, or give files that have tags");
        if (_problem is not null) return;
        var word = columns[settings.Word - 1].Trim();
        _words.Add(word.StartsWith(settings.Prefix, StringComparison.Ordinal) ? word[settings.Prefix.Length..] : word);
        if (readsTags) _tags.Add(columns[tag - 1].Trim());
    }

    private RawSequence? Finish()
    {
        if (_words.Count == 0 && _problem is null) return null;
        var ended = _problem ?? RawSequence.Of([.. _words], readsTags ? [.. _tags] : null, $"{file.Name}:{_start}", $"{file.Path}:{_start}") with { FirstLine = _start, TagColumn = settings.Tag ?? _columns };
        (_problem, _start) = (null, 0);
        _words.Clear();
        _tags.Clear();
        return ended;
    }
}
