using System.Globalization;

namespace PluginKd.Data.Ranking;

/// <summary>Documents or queries: texts with ids, in the order of their file.</summary>
internal sealed class Collection
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _ids = [];
    private readonly List<string> _texts = [];

    private Collection(string kind) => Kind = kind;

    /// <summary>What these are, such as <c>document</c>.</summary>
    public string Kind { get; }

    /// <summary>Ids.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>Texts.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Gives the place of an id, or −1.</summary>
    public int Find(string id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>Reads a file.</summary>
    /// <param name="kind">What these are, such as <c>document</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="settings">Format and fields.</param>
    /// <param name="isNumbered">Whether ids are the numbers of the entries from 1, whatever the file says.</param>
    /// <param name="skipped">Takes entries that cannot be used.</param>
    /// <param name="cancellation">The wish to stop.</param>
    public static Collection Read(string kind, DataFile file, RetrievalSettings settings, bool isNumbered, SkippedEntries skipped, CancellationToken cancellation)
    {
        var found = new Collection(kind);
        var entries = settings.Format == CollectionFormat.Smart ? SmartFile.Read(file, settings.Fields, skipped, cancellation) : Lines(file, skipped, cancellation);
        var number = 0;
        foreach (var (own, text, where) in entries)
        {
            number++;
            var id = isNumbered ? number.ToString(CultureInfo.InvariantCulture) : own;
            if (text.Length == 0) skipped.Add(new UserErrorException($"{kind} '{id}' has no text", "a text", where, "mend the file"));
            else if (!found._numbers.TryAdd(id, found._ids.Count)) skipped.Add(new UserErrorException($"{kind} '{id}' occurs twice", "each id once", where, "give it an id of its own"));
            else
            {
                found._ids.Add(id);
                found._texts.Add(text);
            }
        }

        return found._ids.Count > 0 ? found
            : throw new UserErrorException($"the file has no {kind} with a text", $"at least one {kind}", file.Path, "check the file, data.format and data.fields");
    }

    private static IEnumerable<(string Id, string Text, string Where)> Lines(DataFile file, SkippedEntries skipped, CancellationToken cancellation)
    {
        foreach (var line in file.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            var tab = line.Text.IndexOf('\t', StringComparison.Ordinal);
            if (line.Problem is not null) skipped.Add(line.Problem);
            else if (tab > 0) yield return (line.Text[..tab].Trim(), line.Text[(tab + 1)..].Replace('\t', ' ').Trim(), line.At(2));
            else if (line.Text.Length > 0) skipped.Add(new UserErrorException(tab < 0 ? "a line has 1 tab-separated column" : "the id is empty", "id, tab, text", line.At(1), "mend the file"));
        }
    }
}
