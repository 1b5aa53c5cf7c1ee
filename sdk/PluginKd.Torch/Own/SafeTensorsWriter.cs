namespace PluginKd.Torch;

/// <summary>
/// Writes tensors of known shape to a file, some rows at a time and in any order, so that they need never be in memory as a whole. The file
/// appears under its name when it is finished. The bytes are those that <see cref="SafeTensors.Write"/> would write.
/// </summary>
public sealed class SafeTensorsWriter : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private readonly FileStream _stream;
    private readonly Dictionary<string, (long At, SafeTensorsShape Shape)> _places = [];
    private bool _finished;

    /// <summary>Makes the file beside its name and writes its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shapes">Element type and shape by name.</param>
    /// <param name="metadata">Texts to go with them.</param>
    public SafeTensorsWriter(string path, IReadOnlyDictionary<string, SafeTensorsShape> shapes, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(shapes);
        (_path, _beside) = (path, $"{path}.{Guid.NewGuid():N}.part");
        var order = SafeTensors.Ordered(shapes).ToList();
        _stream = new FileStream(_beside, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        SafeTensors.WriteHeader(_stream, order, metadata);
        var at = _stream.Position;
        foreach (var (name, shape) in order)
        {
            _places[name] = (at, shape);
            at += shape.Bytes;
        }

        _stream.SetLength(at);
    }

    /// <summary>Writes some rows of a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="row">Position of the first row.</param>
    /// <param name="rows">The rows, with the element type and the shape of the tensor behind the first dimension; on any device.</param>
    /// <exception cref="ArgumentException">The rows have another type or shape, or do not fit in.</exception>
    public void Write(string name, long row, Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!_places.TryGetValue(name, out var place))
            throw new ArgumentException($"'{name}' was not announced; {string.Join(", ", _places.Keys)} were", nameof(name));
        var (at, shape) = place;
        if (rows.dtype != shape.Type || !rows.shape.AsSpan(1).SequenceEqual(shape.Lengths.ToArray().AsSpan(1)) || row < 0 || row + rows.size(0) > shape.Lengths[0])
        {
            throw new ArgumentException(
                $"rows {row} to {row + rows.size(0)} of {rows.dtype} [{string.Join(", ", rows.shape)}] do not fit into '{name}', {shape.Type} [{string.Join(", ", shape.Lengths)}]", nameof(rows));
        }

        _stream.Position = at + (shape.Lengths[0] == 0 ? 0 : row * (shape.Bytes / shape.Lengths[0]));
        SafeTensors.WriteData(_stream, rows);
    }

    /// <summary>Gives the file its name; rows that nobody wrote are zeros.</summary>
    public void Finish()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_beside, _path, overwrite: true);
        _finished = true;
    }

    /// <summary>Closes the file; unfinished, it is deleted.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_finished)
            File.Delete(_beside);
    }
}
