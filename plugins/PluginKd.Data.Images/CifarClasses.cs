namespace PluginKd.Data.Images;

/// <summary>Turns label bytes into classes: by a list of names, or by the labels that training has.</summary>
internal sealed class CifarClasses
{
    private readonly LabelReader? _reader;

    private CifarClasses(IReadOnlyList<string> names, LabelReader? reader) => (Names, _reader) = (names, reader);

    /// <summary>Names of the C classes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads the names, one a line; blank lines at the end are passed over.</summary>
    /// <param name="file">The file.</param>
    public static CifarClasses Read(DataFile file)
    {
        List<string> names = [.. file.Lines().Select(line => line.Problem is { } problem ? throw problem : line.Text.Trim())];
        while (names is [.., ""]) names.RemoveAt(names.Count - 1);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0 || names.IndexOf(names[i]) < i)
                throw new UserErrorException(names[i].Length == 0 ? "a line is empty" : $"class '{names[i]}' is named twice", "one name of its own a line",
                    $"{file.Path}:{i + 1}", "mend the line");
        }

        return names.Count is >= 2 and <= 256 ? new(names, null)
            : throw new UserErrorException($"the file names {names.Count} {(names.Count == 1 ? "class" : "classes")}", "2 to 256, one a line", file.Path, "give the file with the names of the classes");
    }

    /// <summary>Takes the labels that occur in training as names, in numeric order.</summary>
    /// <param name="labels">The training labels, of one domain or several.</param>
    public static CifarClasses Of(IReadOnlyList<CifarLabels> labels)
    {
        var reader = LabelReader.FromTraining(labels.SelectMany(one => one.All).Select(label => Bytes.Labels[label]), "the training files");
        return new(reader.Classes, reader);
    }

    /// <summary>Turns labels into classes.</summary>
    /// <param name="labels">Labels with their places.</param>
    public int[] Numbers(CifarLabels labels) => [.. labels.All.Select((label, position) => Number(label, labels, position))];

    private int Number(byte label, CifarLabels labels, int position) => _reader is not null ? _reader.Read(Bytes.Labels[label], labels.At(position))
        : label < Names.Count ? label
        : throw new UserErrorException($"the label is {label}", $"0 to {Names.Count - 1}: {Names.Count} classes are named", labels.At(position),
            "check data.classes, and that the file has records of one label byte and 3072 bytes of pixels");
}
