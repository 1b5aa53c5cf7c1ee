namespace PluginKd.Data.Images;

/// <summary>Images and labels of two IDX files that belong together.</summary>
/// <param name="Name">Name of the split that they become, or of their domain.</param>
/// <param name="ImageFile">File of the images.</param>
/// <param name="LabelFile">File of the labels.</param>
/// <param name="Pixels">The N images.</param>
/// <param name="Height">Of each, pixels, when it is resized.</param>
/// <param name="Width">Of each, pixels, when it is resized.</param>
/// <param name="Labels">N labels.</param>
internal sealed record IdxPart(string Name, DataFile ImageFile, DataFile LabelFile, RowStore Pixels, int Height, int Width, byte[] Labels)
{
    /// <summary>The labels as written.</summary>
    public IEnumerable<string> Names => Labels.Select(label => Bytes.Labels[label]);

    /// <summary>The images as tensors.</summary>
    public DenseInputs Inputs => new(Pixels.Parts([1, Height, Width]));

    /// <summary>The labels as classes.</summary>
    /// <param name="classes">Those of training.</param>
    /// <param name="records">What is done with a label that is no class.</param>
    /// <returns>A class for each image, <see cref="Split.Unlabelled"/> where it is left out.</returns>
    public int[] Numbers(LabelReader classes, RecordClasses records) =>
        records.Read(Name, Labels.Length, i => classes.Check(Bytes.Labels[Labels[i]], At(i)), i => classes.Read(Bytes.Labels[Labels[i]], At(i)));

    /// <summary>Gives the split.</summary>
    /// <param name="role">What it is for.</param>
    /// <param name="classes">Those of training.</param>
    /// <param name="records">What is done with a label that is no class.</param>
    /// <param name="firstIndex">Index of the first image.</param>
    public Split ToSplit(SplitRole role, LabelReader classes, RecordClasses records, long firstIndex) =>
        RecordClasses.Kept(new(Name, role, Inputs, Numbers(classes, records), [.. Enumerable.Range(0, Labels.Length).Select(i => firstIndex + i)]));

    /// <summary>Makes sure that the images are as large as others.</summary>
    /// <param name="other">The others.</param>
    public void RequireSize(IdxPart other)
    {
        if ((Height, Width) != (other.Height, other.Width))
            throw new UserErrorException($"these images have {Height} × {Width} pixels", $"{other.Height} × {other.Width}, as those of '{other.ImageFile.Path}' have", $"{ImageFile.Path}: byte 8",
                $"give files of one data set, or bring all to one size: --set data.resize=[{Height},{Width}]");
    }

    private string At(int label) => $"{LabelFile.Path}: byte {IdxFile.LabelByte(label)}";
}
