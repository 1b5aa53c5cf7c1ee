namespace PluginKd.Data.Ranking;

/// <summary>Reads one split after another; the first is the training split and says which classes there are.</summary>
internal sealed class CandidateReader(QuestionCandidatesSettings settings, StageContext context)
{
    private LabelReader? _labels;
    private long _read;

    /// <summary>Classes of the training split.</summary>
    public IReadOnlyList<string> Classes => _labels?.Classes ?? [];

    /// <summary>Reads the file or files of a split.</summary>
    public Split Read(string name, SplitRole role, IReadOnlyList<string> names)
    {
        DataFile[] files = [.. names.Select((file, i) => DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{name}.{i}"))];
        var skipped = new SkippedEntries(settings.OnError, $"candidates of '{name}'", context.Log);
        var (pairs, labels) = (new PairList(), new List<(string Label, string Where)>());
        var (texts, known) = (new Dictionary<string, string>(), new HashSet<(string Question, string Candidate)>());
        foreach (var row in Rows(files, name, role))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if ((row.Problem ?? WrongWith(row, texts, known) ?? (role == SplitRole.Unlabelled ? null : _labels?.Check(row.Label, row.LabelAt))) is { } problem)
            {
                skipped.Add(problem);
                continue;
            }

            pairs.Add(row.Question, row.Candidate, row.QuestionId ?? row.Question, row.CandidateId);
            labels.Add((row.Label, row.LabelAt));
        }

        skipped.Report(pairs.Count);
        if (pairs.Count == 0) throw new UserErrorException($"split '{name}' has no candidate", "at least one", files[0].Path, "check the file, and data.header");
        _labels ??= LabelReader.FromTraining(labels.Select(label => label.Label), files[0].Path);
        var first = _read;
        _read += pairs.Count;
        return pairs.ToSplit(name, role, role == SplitRole.Unlabelled ? null : [.. labels.Select(label => _labels.Read(label.Label, label.Where))], first);
    }

    private IEnumerable<CandidateRow> Rows(DataFile[] files, string name, SplitRole role) => files.Length switch
    {
        1 => new CandidateTable(settings, mayLackLabel: role == SplitRole.Unlabelled).Read(files[0]),
        ParallelFiles.Count => ParallelFiles.Read(files),
        _ => throw new UserErrorException($"{files.Length} files are named", "one table, or four files: questions, candidates, question ids, labels", $"data.{name}", "correct the list"),
    };

    private static UserErrorException? WrongWith(CandidateRow row, Dictionary<string, string> texts, HashSet<(string Question, string Candidate)> known)
    {
        if (row.Question.Length == 0) return new("the question is empty", "a text", row.QuestionAt, "mend the file");
        if (row.Candidate.Length == 0) return new("the candidate is empty", "a text", row.CandidateAt, "mend the file");
        if (row.QuestionId is { } question && !texts.TryAdd(question, row.Question) && texts[question] != row.Question)
            return new($"question id '{question}' stands for another question further up", "one question an id", row.QuestionAt, "give the questions ids of their own");
        return row.CandidateId is { } candidate && !known.Add((row.QuestionId ?? row.Question, candidate))
            ? new($"candidate id '{candidate}' stands twice for one question", "each id once a question", row.CandidateAt, "give the candidates ids of their own")
            : null;
    }
}
