namespace PluginKd.Data.Text;

/// <summary>Reads the folders of one split after another.</summary>
internal sealed class FolderReader(TextFoldersSettings settings, IReadOnlyList<string> classes, StageContext context)
{
    private long _read;

    /// <summary>Reads a folder: that of each class, or of a split without labels every file in it.</summary>
    public Split Read(string name, SplitRole role, string folder)
    {
        var root = context.PathOf(folder);
        var rows = new SplitRows(context.Files.Scratch);
        var skipped = new SkippedEntries(settings.OnError, $"texts of '{name}'", context.Log);
        if (role == SplitRole.Unlabelled) ReadFolder(root, null, root, rows, skipped);
        else foreach (var label in ClassesIn(root, name)) ReadFolder(Path.Combine(root, label), label, root, rows, skipped);
        skipped.Report(rows.Count);
        rows.Finish();
        if (rows.Count == 0) throw new UserErrorException($"split '{name}' has no texts", "at least one", root, "check the folder");
        var indices = new long[rows.Count];
        for (var i = 0; i < indices.Length; i++) indices[i] = _read++;
        var labels = new LabelReader(classes);
        return rows.ToSplit(name, role, role == SplitRole.Unlabelled ? null : rows.Labels.Read(labels.Read), indices);
    }

    private IEnumerable<string> ClassesIn(string root, string name)
    {
        var folders = TextFolders.Folders(root, $"data.{name}").Except(settings.Ignore).ToList();
        return folders.FirstOrDefault(folder => !classes.Contains(folder)) is { } unknown
            ? throw new UserErrorException($"the folder '{unknown}' is no class of the training folder", $"one of: {string.Join(", ", classes)}", root, "rename it, or name it in data.ignore")
            : folders;
    }

    private void ReadFolder(string folder, string? label, string root, SplitRows rows, SkippedEntries skipped)
    {
        foreach (var path in FilesIn(folder))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var (text, place, where, problem) in Texts(new DataFile(path)))
            {
                if (problem is not null) skipped.Add(problem);
                else if (string.IsNullOrWhiteSpace(text)) skipped.Add(new UserErrorException("a text is empty", "a text", where, "give the text, or take the file out"));
                else rows.Add(new Example(text, null, label, null, null, Path.GetRelativePath(root, path).Replace('\\', '/') + place, null), where);
            }
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !IsHidden(Path.GetRelativePath(folder, path))).Order(StringComparer.Ordinal)
        : throw new UserErrorException($"there is no folder '{folder}'", "a folder", "data.unlabelled", "correct the path; it starts from the folder of the pipeline file");

    // .DS_Store, .ipynb_checkpoints and the like lie in many folders, and nobody wrote them as texts.
    private static bool IsHidden(string path) => path.Split(Path.DirectorySeparatorChar).Any(name => name.StartsWith('.'));

    private IEnumerable<(string Text, string Place, string Where, UserErrorException? Problem)> Texts(DataFile file)
    {
        var lines = file.Lines(settings.Encoding);
        if (settings.Unit == TextUnit.Line) return lines.Where(line => line.Problem is not null || line.Text.Length > 0).Select(line => (line.Text, $":{line.Number}", line.Where, line.Problem));
        var all = lines.ToList();
        return [(string.Join('\n', all.Select(line => line.Text)).Trim(), "", file.Path, all.Find(line => line.Problem is not null).Problem)];
    }
}
