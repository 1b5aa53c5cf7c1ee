using PluginKd.Torch;

namespace PluginKd.Sdk;

/// <summary>Rows of numbers, one behind the other: the last of them in memory, those before in files of the stage that are mapped, so that all of them may be more than memory holds.</summary>
/// <param name="scratch">Gives the folder for the files; asked only when there are many rows.</param>
/// <param name="mostInMemory">Numbers from which on rows go to a file.</param>
/// <param name="name">First part of the names of the files; another for each store of a stage.</param>
public sealed class RowStore(Func<string> scratch, int mostInMemory = 1 << 22, string name = "rows")
{
    private readonly List<Tensor> _parts = [];
    private readonly List<float> _numbers = [];
    private int _columns;

    /// <summary>Adds the next number of a row.</summary>
    public void Add(float number) => _numbers.Add(number);

    /// <summary>Adds the next numbers of a row.</summary>
    public void Add(ReadOnlySpan<float> numbers) => _numbers.AddRange(numbers);

    /// <summary>Ends a row.</summary>
    /// <param name="columns">Numbers of a row, the same in each.</param>
    public void EndRow(int columns)
    {
        _columns = columns;
        if (_numbers.Count >= mostInMemory) WriteDown();
    }

    /// <summary>All rows, in tensors [n, …].</summary>
    /// <param name="shape">Shape of a row.</param>
    public IReadOnlyList<Tensor> Parts(long[] shape)
    {
        if (_numbers.Count > 0) _parts.Add(tensor(_numbers.ToArray()).reshape(-1, _columns));
        _numbers.Clear();
        return [.. _parts.Select(part => part.reshape([part.size(0), .. shape]))];
    }

    private void WriteDown()
    {
        var file = Path.Combine(scratch(), $"{name}-{_parts.Count}.safetensors");
        using (var rows = tensor(_numbers.ToArray()).reshape(-1, _columns)) SafeTensors.Write(file, new Dictionary<string, Tensor> { [name] = rows });
        using var open = SafeTensors.Open(file);
        _parts.Add(open.Read(name));
        _numbers.Clear();
    }
}
