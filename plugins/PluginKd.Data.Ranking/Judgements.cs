using System.Globalization;

namespace PluginKd.Data.Ranking;

/// <summary>Which documents are relevant to which queries, and how much.</summary>
internal sealed class Judgements
{
    private static readonly char[] Blanks = [' ', '\t'];

    private readonly Dictionary<int, SortedDictionary<int, int>> _grades = [];

    private Judgements()
    {
    }

    /// <summary>Judgements of all queries.</summary>
    public int Count => _grades.Values.Sum(judged => judged.Count);

    /// <summary>Whether a query has any judgement.</summary>
    public bool Know(int query) => _grades.ContainsKey(query);

    /// <summary>Relevant documents of a query with their grades, from 1, by number of the document.</summary>
    public IEnumerable<KeyValuePair<int, int>> Relevant(int query) => _grades[query].Where(judged => judged.Value > 0);

    /// <summary>Grade of a document, 0 where it is not relevant or nobody judged it.</summary>
    public int Grade(int query, int document) => _grades[query].GetValueOrDefault(document);

    /// <summary>Reads a file of three or four columns parted by blanks.</summary>
    public static Judgements Read(DataFile file, Collection queries, Collection documents, IReadOnlyList<int> relevant, SkippedEntries skipped, CancellationToken cancellation)
    {
        var judgements = new Judgements();
        foreach (var line in file.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            if ((line.Problem ?? judgements.Add(line, queries, documents, relevant)) is { } problem) skipped.Add(problem);
        }

        return judgements;
    }

    private UserErrorException? Add(TextLine line, Collection queries, Collection documents, IReadOnlyList<int> relevant)
    {
        var fields = line.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0) return null;
        if (fields.Length is not (3 or 4))
            return new UserErrorException($"a line has {fields.Length} columns", "3 (query, document, grade) or 4 (query, 0, document, grade)", line.Where, "mend the file");
        var last = fields.Length - 1;
        return Problem(fields[0], fields[last - 1], fields[last], queries, documents, relevant) is var (found, expected, column)
            ? new UserErrorException(found, expected, line.At(column switch { 0 => 1, 1 => last, _ => last + 1 }), "mend the file")
            : null;
    }

    private (string Found, string Expected, int Column)? Problem(string query, string document, string grade, Collection queries, Collection documents, IReadOnlyList<int> relevant)
    {
        var (q, d) = (queries.Find(query), documents.Find(document));
        if (q < 0) return ($"there is no query '{query}'", "the id of a query", 0);
        if (d < 0) return ($"there is no document '{document}'", "the id of a document", 1);
        if (!int.TryParse(grade, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return ($"the grade is '{grade}'", "a whole number", 2);
        if (!_grades.TryGetValue(q, out var judged)) _grades[q] = judged = [];
        var place = number <= 0 ? 0 : Place(relevant, number);
        if (place < 0) return ($"the grade is {number}", $"0 or below, or one of data.relevant: {string.Join(", ", relevant)}", 2);
        return judged.TryAdd(d, place) ? null : ($"document '{document}' is judged twice for query '{query}'", "one judgement each", 1);
    }

    private static int Place(IReadOnlyList<int> relevant, int grade)
    {
        for (var i = 0; i < relevant.Count; i++)
        {
            if (relevant[i] == grade) return i + 1;
        }

        return -1;
    }
}
