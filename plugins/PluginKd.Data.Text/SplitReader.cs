namespace PluginKd.Data.Text;

/// <summary>Reads one split after another; the first is the training split and says which classes there are.</summary>
internal sealed class SplitReader(TextSettings settings, StageContext context)
{
    private readonly TextColumns _columns = new(settings.Columns);
    private LabelReader? _labels;
    private long _read;

    /// <summary>Classes of the training split.</summary>
    public IReadOnlyList<string> Classes => _labels?.Classes ?? [];

    /// <summary>Reads the file of a split.</summary>
    public Split Read(string name, SplitRole role, string file)
    {
        var path = context.PathOf(Path.Combine(settings.Path, file));
        var (texts, labels, domains) = (new TextStore(context.Files.Scratch), new NameColumn(), new NameColumn());
        foreach (var (fields, where) in TextFile.Find(path, name).Read(settings.Header))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            _columns.Check(fields, where, mayLackLabel: role == SplitRole.Unlabelled);
            texts.Add(fields[_columns.Text]);
            if (role != SplitRole.Unlabelled) labels.Add(fields[_columns.Label].Trim(), where);
            if (_columns.Domain >= 0) domains.Add(fields[_columns.Domain], where);
        }

        texts.Finish();
        _labels ??= LabelReader.FromTraining(labels.Rows, path);
        var indices = new long[texts.Count];
        for (var i = 0; i < indices.Length; i++) indices[i] = _read++;
        return new Split(name, role, new TextInputs(texts), role == SplitRole.Unlabelled ? null : labels.Read(_labels.Read), indices)
        {
            Domains = _columns.Domain < 0 ? null : domains.ToList(),
        };
    }
}
