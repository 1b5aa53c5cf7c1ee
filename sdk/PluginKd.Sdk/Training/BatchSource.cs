namespace PluginKd.Sdk;

/// <summary>Holds the encoded examples as one contiguous tensor for each input and gathers batches from them by row.</summary>
internal sealed class BatchSource
{
    private readonly Tensor[] _inputs;
    private readonly Tensor _labels;
    private readonly Tensor _indices;
    private readonly Tensor? _weights;
    private readonly bool _allLabelled;

    /// <summary>Encodes the examples for a network.</summary>
    public BatchSource(Network network, Split examples, Device device)
    {
        _inputs = [.. network.Encode(examples.Inputs).Select(e => e.to(device))];
        _labels = tensor(Array.ConvertAll(examples.Labels, label => (long)label)).to(device);
        _indices = tensor(examples.Indices).to(device);
        _weights = examples.Weights is { } weights ? tensor(weights).to(device) : null;
        _allLabelled = examples.IsLabelled;
    }

    /// <summary>Runs the network on some rows and collects what losses may ask for.</summary>
    public LossBatch Batch(Network network, Tensor rows, IReadOnlyDictionary<string, Signals> teachers, Moment moment)
    {
        var inputs = new Tensor[_inputs.Length];
        for (var i = 0; i < inputs.Length; i++) inputs[i] = _inputs[i].index_select(0, rows);
        return new LossBatch
        {
            Student = network.call(inputs),
            Teachers = teachers,
            Labels = _labels.index_select(0, rows),
            AllLabelled = _allLabelled,
            GatherIndices = () => _indices.index_select(0, rows),
            Weights = _weights?.index_select(0, rows),
            Moment = moment,
            StudentAgain = () => network.call(inputs),
        };
    }
}
