using PluginKd.Torch;

namespace PluginKd.Sdk;

/// <summary>Encodes the examples batch by batch, so that the inputs may be more than memory holds.</summary>
internal sealed class StreamedBatches(Network network, Split examples, TeacherFeed teachers, Device device) : BatchSource(examples, teachers)
{
    private readonly Split _examples = examples;
    private readonly Tensor[] _signals = [.. teachers.Columns];
    private readonly EncodedAhead _inputs = new(network, examples.Inputs, device);

    public override void Expect(BatchRows next) => _inputs.Expect(next);

    protected override Tensor[] Columns(BatchRows rows)
    {
        List<Tensor> columns = [.. _inputs.At(rows), LabelsOf(_examples, rows).to(device)];
        if (_examples.Weights is { } weights) columns.Add(tensor(rows.Of(weights), device: device));
        if (_signals.Length > 0) columns.AddRange(Gather.Rows(rows.Rows, _signals));
        return [.. columns];
    }

    protected override Tensor Indices(BatchRows rows) => tensor(rows.Of(_examples.Indices), device: device);
}
