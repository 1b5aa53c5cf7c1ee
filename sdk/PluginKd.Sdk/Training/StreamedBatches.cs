namespace PluginKd.Sdk;

/// <summary>Encodes the examples batch by batch, so that the inputs may be more than memory holds.</summary>
internal sealed class StreamedBatches(Network network, Split examples, Device device) : BatchSource(examples)
{
    private readonly Split _examples = examples;
    private readonly EncodedAhead _inputs = new(network, examples.Inputs, device);

    public override void Expect(BatchRows next) => _inputs.Expect(next);

    protected override Tensor[] Columns(BatchRows rows)
    {
        var labels = tensor(Array.ConvertAll(rows.Of(_examples.Labels), label => (long)label), device: device);
        return _examples.Weights is { } weights
            ? [.. _inputs.At(rows), labels, tensor(rows.Of(weights), device: device)]
            : [.. _inputs.At(rows), labels];
    }

    protected override Tensor Indices(BatchRows rows) => tensor(rows.Of(_examples.Indices), device: device);
}
