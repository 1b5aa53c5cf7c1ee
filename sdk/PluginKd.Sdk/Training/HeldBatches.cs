using PluginKd.Torch;
namespace PluginKd.Sdk;

/// <summary>Holds the encoded examples as one contiguous tensor for each input and gathers batches from them by row.</summary>
internal sealed class HeldBatches : BatchSource
{
    private readonly Tensor[] _columns;
    private readonly Tensor _indices;

    /// <summary>Encodes the examples for a network.</summary>
    public HeldBatches(Network network, Split examples, TeacherFeed teachers, Device device)
        : base(examples, teachers)
    {
        List<Tensor> columns = [.. network.Encode(examples.Inputs), LabelsOf(examples)];
        if (examples.Weights is { } weights) columns.Add(tensor(weights));
        _columns = [.. columns.Select(column => column.to(device)), .. teachers.Columns];
        _indices = tensor(examples.Indices).to(device);
    }

    // One call for inputs, labels, weights and signals: a call for each would cost more than the copying.
    protected override Tensor[] Columns(BatchRows rows) => Gather.Rows(rows.Rows, _columns);

    protected override Tensor Indices(BatchRows rows) => _indices.index_select(0, rows.Rows);
}
