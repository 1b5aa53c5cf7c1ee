using System.Globalization;

namespace PluginKd.Data.Ranking;

/// <summary>Reads a tab-separated table of questions with candidates. Quotes mean nothing in it, and blank lines are passed over.</summary>
/// <param name="settings">Columns.</param>
/// <param name="mayLackLabel">Whether the table may have no column of labels.</param>
/// <param name="faults">Meets lines that cannot be used.</param>
internal sealed class CandidateTable(QuestionCandidatesSettings settings, bool mayLackLabel, Faults faults)
{
    /// <summary>Gives the rows in order.</summary>
    public IEnumerable<CandidateRow> Read(LineFile file, CancellationToken cancellation)
    {
        Columns? columns = null;
        foreach (var (text, line) in file.Read(cancellation))
        {
            if (text.Length == 0) continue;
            var fields = text.Split('\t');
            if (columns is null)
            {
                columns = Find(fields, file.At(line));
                if (settings.Header) continue;
            }

            if (fields.Length != columns.Count)
            {
                faults.Meet($"a line has {fields.Length} tab-separated columns", $"{columns.Count}, as the first line has", file.At(line, Math.Min(fields.Length, columns.Count)));
                continue;
            }

            string Field(int column) => fields[column].Trim();
            yield return new CandidateRow(Field(columns.Question), Field(columns.Candidate), columns.Label < 0 ? "" : Field(columns.Label),
                columns.QuestionId < 0 ? null : Field(columns.QuestionId), columns.CandidateId < 0 ? null : Field(columns.CandidateId),
                file.At(line, columns.Question + 1), file.At(line, columns.Candidate + 1), file.At(line, columns.Label + 1));
        }
    }

    private Columns Find(string[] first, string where)
    {
        return new(Column(settings.Question, "question"), Column(settings.Candidate, "candidate"), Column(settings.Label, "label", mayLackLabel),
            Column(settings.QuestionId, "question-id"), Column(settings.CandidateId, "candidate-id"), first.Length);

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
