using System.Globalization;

namespace PluginKd.Data.Text;

/// <summary>Reads one split after another; the first is the training split and says which classes there are.</summary>
internal sealed class SplitReader(TextSettings settings, StageContext context)
{
    private readonly HashSet<string> _ids = [];
    private readonly bool _holdsDomainsOut = settings.TestDomains.Count + settings.UnlabelledDomains.Count > 0;
    private LabelReader? _labels = settings.Classes.Count > 0 ? new LabelReader(settings.Classes) : null;
    private long _read;

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes => _labels?.Classes ?? [];

    /// <summary>Reads the files of a split.</summary>
    public Split Read(string name, SplitRole role, IReadOnlyList<string> names)
    {
        var files = DataFile.FindAll(names.Select(file => context.PathOf(Path.Combine(settings.Path, file))), $"data.{name}");
        var rows = new SplitRows(context.Files.Scratch);
        var skipped = new SkippedEntries(settings.OnError, $"rows of '{name}'", context.Log);
        foreach (var file in files) ReadFile(file, role, rows, skipped);
        skipped.Report(rows.Count);
        rows.Finish();
        if (rows.Count == 0) throw new UserErrorException($"split '{name}' has no rows", "at least one", files[0].Path, "check the file, and data.header");
        // Without labels such a split is no use to anybody, and would be passed over in silence.
        if (role is SplitRole.Validation or SplitRole.Test && rows.Labels.Rows.All(label => label.Length == 0))
            throw new UserErrorException($"no row of '{name}' has a label", "labels to measure by", files[0].Path, "check data.columns; texts without labels to distil on stand in data.unlabelled");
        _labels ??= LabelReader.FromTraining(rows.Labels.Rows, files[0].Path);
        var indices = new long[rows.Count];
        for (var i = 0; i < indices.Length; i++) indices[i] = _read++;
        return rows.ToSplit(name, role, role == SplitRole.Unlabelled ? null : rows.Labels.Read(_labels.Read), indices);
    }

    private void ReadFile(DataFile file, SplitRole role, SplitRows rows, SkippedEntries skipped)
    {
        var isUnlabelled = role == SplitRole.Unlabelled;
        var format = RowReader.FormatOf(file, (isUnlabelled ? settings.UnlabelledFormat : null) ?? settings.Format);
        var columns = ColumnsOf(format, isUnlabelled);
        IReadOnlyList<string>? headings = format == TextFormat.JsonLines ? columns.Keys : null;
        var wantsHeadings = headings is null && (settings.Header || columns.NamesHeadings);
        FileColumns? places = null;
        foreach (var row in RowReader.Read(file, format, settings.Encoding, columns.Keys))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (wantsHeadings && headings is null)
            {
                headings = row.Problem is null ? row.Fields : throw row.Problem;
                continue;
            }

            places ??= columns.In(headings, file);
            if ((row.Problem ?? places.Check(row, mayLackLast: isUnlabelled && columns.LabelIsLast) ?? Add(row, places, columns, isUnlabelled, rows)) is { } problem) skipped.Add(problem);
        }
    }

    private TextColumns ColumnsOf(TextFormat format, bool isUnlabelled)
    {
        var usual = format switch { TextFormat.LabelFirst => "label,text", TextFormat.Lines => "text", _ => "text,label" };
        var hasKeys = format == TextFormat.JsonLines;
        return isUnlabelled && (settings.UnlabelledColumns ?? (format == TextFormat.Lines ? usual : null)) is { } columns
            ? new TextColumns(columns, "data.unlabelled-columns", needsLabel: false, hasKeys)
            : new TextColumns(settings.Columns ?? usual, "data.columns", needsLabel: !isUnlabelled, hasKeys);
    }

    private UserErrorException? Add(TextRow row, FileColumns places, TextColumns columns, bool isUnlabelled, SplitRows rows)
    {
        var (text, second, label) = (places.Read(row, ColumnRole.Text), places.Read(row, ColumnRole.Second), places.Read(row, ColumnRole.Label).Trim());
        if (string.IsNullOrWhiteSpace(text)) return Problem(ColumnRole.Text, "a text is empty", "a text", "give the text, or take the row out");
        if (columns.Has(ColumnRole.Second) && string.IsNullOrWhiteSpace(second)) return Problem(ColumnRole.Second, "a text is empty", "a text", "give the text, or take the row out");
        var (weight, number) = (places.Read(row, ColumnRole.Weight), 1f);
        if (columns.Has(ColumnRole.Weight) && !(float.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number) && number >= 0))
            return Problem(ColumnRole.Weight, $"'{weight}' is no weight", "a number, zero or more", "correct it, or name another column in data.columns");
        // Of the training split itself the labels say what the classes are, unless a setting does.
        if (!isUnlabelled && _labels?.Check(label, places.PlaceOf(row, ColumnRole.Label)) is { } problem) return problem;
        if (_holdsDomainsOut && !isUnlabelled && Name(ColumnRole.Domain) is "") return Problem(ColumnRole.Domain, "the domain is empty", "its name", "give it, or take the row out");
        var id = places.Read(row, ColumnRole.Id);
        if (columns.Has(ColumnRole.Id) && !_ids.Add(id)) return Problem(ColumnRole.Id, $"the id '{id}' stands twice", "an id of its own for each example", "correct it, or take one of the rows out");
        rows.Add(new Example(text, columns.Has(ColumnRole.Second) ? second : null, isUnlabelled ? null : label, Name(ColumnRole.Domain), Name(ColumnRole.Group),
            columns.Has(ColumnRole.Id) ? id : null, columns.Has(ColumnRole.Weight) ? number : null), row.Where);
        return null;

        string? Name(ColumnRole role) => columns.Has(role) ? places.Read(row, role).Trim() : null;
        UserErrorException Problem(ColumnRole role, string found, string expected, string fix) => new(found, expected, places.PlaceOf(row, role), fix);
    }
}
