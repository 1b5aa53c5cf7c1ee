namespace PluginKd.Sdk;

/// <summary>Puts batches together for a network: few examples are encoded once and held, many are encoded batch by batch.</summary>
internal abstract class BatchSource(Split examples, TeacherFeed teachers)
{
    /// <summary>Most examples whose encoded inputs are held, as one contiguous tensor for each input.</summary>
    public const int MostHeld = 100_000;

    private readonly bool _allLabelled = examples.IsLabelled;
    private readonly bool _isWeighted = examples.Weights is not null;
    private readonly bool _labelsTokens = examples.TokenLabels is not null;

    /// <summary>Chooses by the number of examples.</summary>
    public static BatchSource Of(Network network, Split examples, TeacherFeed teachers, Device device, int mostHeld) => examples.Count > mostHeld
        ? new StreamedBatches(network, examples, teachers, device)
        : new HeldBatches(network, examples, teachers, device);

    /// <summary>Runs the network on some rows and collects what losses may ask for.</summary>
    public LossBatch Batch(Network network, BatchRows rows, Moment moment)
    {
        var batch = Columns(rows);
        var stored = batch.Length - teachers.Columns.Count;
        var count = stored - (_isWeighted ? 2 : 1);
        var inputs = batch[..count];
        var answers = teachers.For(rows, batch.AsSpan(stored));
        var whole = new LossBatch
        {
            Student = network.call(inputs),
            Teachers = answers,
            Labels = batch[count],
            AllLabelled = _allLabelled,
            GatherIndices = () => Indices(rows),
            Weights = _isWeighted ? batch[count + 1] : null,
            Moment = moment,
            StudentAgain = () => network.call(inputs),
        };
        return _labelsTokens ? TokenBatch.Of(whole) : whole;
    }

    /// <summary>Says which batch comes after the one that is asked for now.</summary>
    public virtual void Expect(BatchRows next)
    {
        // What is held needs no warning.
    }

    /// <summary>The arguments of the network, the labels ([n], or [n, T] of tokens), the weights if there are any, and the stored signals of the teachers.</summary>
    protected abstract Tensor[] Columns(BatchRows rows);

    /// <summary>Labels, int64 [n], or [n, T] of tokens.</summary>
    protected static Tensor LabelsOf(Split examples, BatchRows? rows = null) => examples.TokenLabels is { } tokens
        ? (rows is null ? tokens : tokens.Take(Array.ConvertAll(rows.Positions, position => (int)position))).ToTable()
        : tensor(Array.ConvertAll(rows?.Of(examples.Labels) ?? examples.Labels, label => (long)label));

    /// <summary>The stable numbers of the examples.</summary>
    protected abstract Tensor Indices(BatchRows rows);
}
