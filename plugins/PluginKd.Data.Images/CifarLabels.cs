namespace PluginKd.Data.Images;

/// <summary>The labels of several CIFAR files, one behind the other, each with its place.</summary>
internal sealed class CifarLabels
{
    private readonly List<byte> _labels = [];
    private readonly List<(DataFile File, int Start)> _files = [];

    /// <summary>The labels in order.</summary>
    public IReadOnlyList<byte> All => _labels;

    /// <summary>Begins with the next file.</summary>
    /// <param name="file">The file.</param>
    public void Begin(DataFile file) => _files.Add((file, _labels.Count));

    /// <summary>Adds the next label of the file.</summary>
    /// <param name="label">Its byte.</param>
    public void Add(byte label) => _labels.Add(label);

    /// <summary>Names file and byte of a label.</summary>
    /// <param name="position">Its position among all.</param>
    public string At(int position)
    {
        var (file, start) = _files.FindLast(file => file.Start <= position);
        return $"{file.Path}: byte {CifarFile.LabelByte(position - start)}";
    }
}
