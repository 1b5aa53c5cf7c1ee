using PluginKd.Torch;
namespace PluginKd.Sdk;

/// <summary>Holds the encoded examples as one contiguous tensor for each input and gathers batches from them by row.</summary>
internal sealed class BatchSource
{
    private readonly Tensor[] _columns;
    private readonly int _inputs;
    private readonly Tensor _indices;
    private readonly bool _isWeighted;
    private readonly bool _allLabelled;

    /// <summary>Encodes the examples for a network.</summary>
    public BatchSource(Network network, Split examples, Device device)
    {
        var inputs = network.Encode(examples.Inputs);
        var columns = inputs.Append(tensor(Array.ConvertAll(examples.Labels, label => (long)label)));
        if (examples.Weights is { } weights) columns = columns.Append(tensor(weights));
        _columns = [.. columns.Select(column => column.to(device))];
        _inputs = inputs.Count;
        _indices = tensor(examples.Indices).to(device);
        _isWeighted = examples.Weights is not null;
        _allLabelled = examples.IsLabelled;
    }

    /// <summary>Runs the network on some rows and collects what losses may ask for.</summary>
    public LossBatch Batch(Network network, Tensor rows, IReadOnlyDictionary<string, Signals> teachers, Moment moment)
    {
        // One call for inputs, labels and weights: a call for each would cost more than the copying.
        var batch = Gather.Rows(rows, _columns);
        var inputs = batch[.._inputs];
        return new LossBatch
        {
            Student = network.call(inputs),
            Teachers = teachers,
            Labels = batch[_inputs],
            AllLabelled = _allLabelled,
            GatherIndices = () => _indices.index_select(0, rows),
            Weights = _isWeighted ? batch[_inputs + 1] : null,
            Moment = moment,
            StudentAgain = () => network.call(inputs),
        };
    }
}
