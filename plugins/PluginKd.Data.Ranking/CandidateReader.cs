namespace PluginKd.Data.Ranking;

/// <summary>Reads one split after another; the first is the training split and says which classes there are.</summary>
internal sealed class CandidateReader(QuestionCandidatesSettings settings, Faults faults, StageContext context)
{
    private LabelReader? _labels;
    private long _read;

    /// <summary>Classes of the training split.</summary>
    public IReadOnlyList<string> Classes => _labels?.Classes ?? [];

    /// <summary>Reads the file or files of a split.</summary>
    public Split Read(string name, SplitRole role, IReadOnlyList<string> names)
    {
        LineFile[] files = [.. names.Select((file, i) => LineFile.Find(settings.Path, file, $"{name}.{i}", context))];
        var (pairs, labels) = (new PairList(), new List<(string Label, string Where)>());
        var (texts, known) = (new Dictionary<string, string>(), new HashSet<(string Question, string Candidate)>());
        foreach (var row in Rows(files, name, role))
        {
            if (!IsUsable(row, texts, known)) continue;
            pairs.Add(row.Question, row.Candidate, row.QuestionId ?? row.Question, row.CandidateId);
            labels.Add((row.Label, row.LabelAt));
        }

        _labels ??= LabelReader.FromTraining(labels.Select(label => label.Label), files[0].Path);
        var first = _read;
        _read += pairs.Count;
        return pairs.ToSplit(name, role, role == SplitRole.Unlabelled ? null : [.. labels.Select(label => _labels.Read(label.Label, label.Where))], first);
    }

    private IEnumerable<CandidateRow> Rows(LineFile[] files, string name, SplitRole role) => files.Length switch
    {
        1 => new CandidateTable(settings, mayLackLabel: role == SplitRole.Unlabelled, faults).Read(files[0], context.Cancellation),
        ParallelFiles.Count => ParallelFiles.Read(files, context.Cancellation),
        _ => throw new UserErrorException($"{files.Length} files are named", "one table, or four files: questions, candidates, question ids, labels", $"data.{name}", "correct the list"),
    };

    private bool IsUsable(CandidateRow row, Dictionary<string, string> texts, HashSet<(string Question, string Candidate)> known)
    {
        var before = faults.Count;
        if (row.Question.Length == 0) faults.Meet("the question is empty", "a text", row.QuestionAt);
        else if (row.Candidate.Length == 0) faults.Meet("the candidate is empty", "a text", row.CandidateAt);
        else if (row.QuestionId is { } question && !texts.TryAdd(question, row.Question) && texts[question] != row.Question)
            faults.Meet($"question id '{question}' stands for another question further up", "one question an id", row.QuestionAt, "give the questions ids of their own");
        else if (row.CandidateId is { } candidate && !known.Add((row.QuestionId ?? row.Question, candidate)))
            faults.Meet($"candidate id '{candidate}' stands twice for one question", "each id once a question", row.CandidateAt, "give the candidates ids of their own");
        return faults.Count == before;
    }
}
