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
    /// <param name="name">Name of the split or domain.</param>
    /// <param name="labels">Labels with their places.</param>
    /// <param name="records">What is done with a label that is no class.</param>
    /// <returns>A class for each, <see cref="Split.Unlabelled"/> where the record is left out.</returns>
    public int[] Numbers(string name, CifarLabels labels, RecordClasses records) =>
        records.Read(name, labels.All.Count, i => Check(labels.All[i], () => labels.At(i)), i => _reader?.Read(Bytes.Labels[labels.All[i]], labels.At(i)) ?? labels.All[i]);

    private UserErrorException? Check(byte label, Func<string> where) => _reader is not null ? _reader.Check(Bytes.Labels[label], where())
        : label < Names.Count ? null
        : new UserErrorException($"the label is {label}", $"0 to {Names.Count - 1}: {Names.Count} classes are named", where(),
            "check data.classes, and that the file has records of one label byte and 3072 bytes of pixels");
}
