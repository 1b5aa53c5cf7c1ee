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
        var rows = new List<(string[] Fields, string Where)>();
        foreach (var row in TextFile.Find(path, name).Read(settings.Header))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            _columns.Check(row.Fields, row.Where, mayLackLabel: role == SplitRole.Unlabelled);
            rows.Add(row);
        }

        _labels ??= LabelReader.FromTraining(rows.Select(r => r.Fields[_columns.Label].Trim()), path);
        var first = _read;
        _read += rows.Count;
        return new Split(name, role, new TextInputs([.. rows.Select(r => r.Fields[_columns.Text])]),
            role == SplitRole.Unlabelled ? null : [.. rows.Select(r => _labels.Read(r.Fields[_columns.Label].Trim(), r.Where))],
            [.. rows.Select((_, i) => first + i)])
        {
            Domains = _columns.Domain < 0 ? null : [.. rows.Select(r => r.Fields[_columns.Domain])],
        };
    }
}
