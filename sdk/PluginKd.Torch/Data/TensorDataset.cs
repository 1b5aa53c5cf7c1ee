using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Examples that are the rows of tensors.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0 || tensors.Any(tensor => tensor.size(0) != tensors[0].size(0)))
            throw new ArgumentException($"tensors of as many rows each are needed, not [{string.Join("; ", tensors.Select(one => one.Summary()))}]");
        _tensors = Array.ConvertAll(tensors, static tensor => tensor.alias().DetachFromDisposeScope());
    }

    /// <inheritdoc />
    public override long Count => _tensors[0].size(0);

    /// <summary>A row of each tensor.</summary>
    public IList<Tensor> this[long index] => GetTensor(index);

    /// <inheritdoc />
    public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(_tensors, tensor => tensor[index]);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var tensor in _tensors)
                tensor.Dispose();
        }

        base.Dispose(disposing);
    }
}
