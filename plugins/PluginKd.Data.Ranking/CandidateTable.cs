using System.Globalization;

namespace PluginKd.Data.Ranking;

/// <summary>Reads a tab-separated table of questions with candidates. Quotes mean nothing in it, and blank lines are passed over.</summary>
/// <param name="settings">Columns.</param>
/// <param name="mayLackLabel">Whether the table may have no column of labels.</param>
internal sealed class CandidateTable(QuestionCandidatesSettings settings, bool mayLackLabel)
{
    /// <summary>Gives the rows in order.</summary>
    public IEnumerable<CandidateRow> Read(DataFile file)
    {
        Columns? columns = null;
        foreach (var line in file.Lines())
        {
            if (line.Problem is not null)
            {
                yield return CandidateRow.Bad(line.Problem);
                continue;
            }

            if (line.Text.Length == 0) continue;
            var fields = line.Text.Split('\t');
            if (columns is null)
            {
                columns = Find(fields, line.Where);
                if (settings.Header) continue;
            }

            yield return Row(line, fields, columns);
        }
    }

    private static CandidateRow Row(TextLine line, string[] fields, Columns columns)
    {
        if (fields.Length != columns.Count)
            return CandidateRow.Bad(new($"a line has {fields.Length} tab-separated columns", $"{columns.Count}, as the first line has", line.At(Math.Min(fields.Length, columns.Count)), "mend the file"));
        return new CandidateRow(Field(columns.Question), Field(columns.Candidate), columns.Label < 0 ? "" : Field(columns.Label),
            columns.QuestionId < 0 ? null : Field(columns.QuestionId), columns.CandidateId < 0 ? null : Field(columns.CandidateId),
            line.At(columns.Question + 1), line.At(columns.Candidate + 1), columns.Label < 0 ? line.Where : line.At(columns.Label + 1));

        string Field(int column) => fields[column].Trim();
    }

    private Columns Find(string[] first, string where)
    {
        var found = new Columns(Column(settings.Question, "question"), Column(settings.Candidate, "candidate"), Column(settings.Label, "label", mayLackLabel),
            Column(settings.QuestionId, "question-id"), Column(settings.CandidateId, "candidate-id"), first.Length);
        // An id may be a text; but a text that is the other one, or the label, makes every pair look right.
        if (found.Question == found.Candidate || found.Label == found.Question || found.Label == found.Candidate)
            throw new UserErrorException($"column {(found.Question == found.Candidate ? found.Question : found.Label) + 1} is named twice", "a column each for question, candidate and label", where, "correct data.question, data.candidate or data.label");
        return found;

        int Column(string? name, string setting, bool mayLack = false)
        {
            if (name is null) return -1;
            var at = settings.Header ? Array.FindIndex(first, heading => heading.Trim() == name) : -1;
            if (at >= 0) return at;
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= first.Length) return number - 1;
            return mayLack ? -1 : throw new UserErrorException($"there is no column '{name}'",
                settings.Header ? $"one of: {string.Join(", ", first)}" : $"a number from 1 to {first.Length}, or a heading and header = true", where, $"correct data.{setting}");
        }
    }

    private sealed record Columns(int Question, int Candidate, int Label, int QuestionId, int CandidateId, int Count);
}
