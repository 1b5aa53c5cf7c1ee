namespace PluginKd.Sdk;

/// <summary>Puts batches together for a network: few examples are encoded once and held, many are encoded batch by batch.</summary>
internal abstract class BatchSource(Split examples)
{
    /// <summary>Most examples whose encoded inputs are held, as one contiguous tensor for each input.</summary>
    public const int MostHeld = 100_000;

    private readonly bool _allLabelled = examples.IsLabelled;
    private readonly bool _isWeighted = examples.Weights is not null;

    /// <summary>Chooses by the number of examples.</summary>
    public static BatchSource Of(Network network, Split examples, Device device, int mostHeld) =>
        examples.Count > mostHeld ? new StreamedBatches(network, examples, device) : new HeldBatches(network, examples, device);

    /// <summary>Runs the network on some rows and collects what losses may ask for.</summary>
    public LossBatch Batch(Network network, BatchRows rows, IReadOnlyDictionary<string, Signals> teachers, Moment moment)
    {
        var batch = Columns(rows);
        var count = batch.Length - (_isWeighted ? 2 : 1);
        var inputs = batch[..count];
        return new LossBatch
        {
            Student = network.call(inputs),
            Teachers = teachers,
            Labels = batch[count],
            AllLabelled = _allLabelled,
            GatherIndices = () => Indices(rows),
            Weights = _isWeighted ? batch[count + 1] : null,
            Moment = moment,
            StudentAgain = () => network.call(inputs),
        };
    }

    /// <summary>Says which batch comes after the one that is asked for now.</summary>
    public virtual void Expect(BatchRows next)
    {
        // What is held needs no warning.
    }

    /// <summary>The arguments of the network, the labels, and the weights if there are any.</summary>
    protected abstract Tensor[] Columns(BatchRows rows);

    /// <summary>The stable numbers of the examples.</summary>
    protected abstract Tensor Indices(BatchRows rows);
}
