namespace PluginKd.Teachers;

/// <summary>Networks that answer as one.</summary>
/// <remarks>The weights of each carry its name and a dot before theirs, and so does what it saves.</remarks>
internal sealed class EnsembleNetwork : Network
{
    private readonly EnsembleMean _mean;
    private readonly IReadOnlyList<EnsemblePart> _parts;

    // How many tensors each part makes of inputs, once it is known.
    private int[]? _counts;

    /// <summary>Joins networks.</summary>
    /// <param name="mean">What is averaged.</param>
    /// <param name="parts">Distinct names; the shares sum to 1.</param>
    public EnsembleNetwork(EnsembleMean mean, IReadOnlyList<EnsemblePart> parts)
        : base(nameof(EnsembleNetwork))
    {
        (_mean, _parts) = (mean, parts);
        foreach (var part in parts) register_module(part.Name, part.Network);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => _parts.SelectMany(part => SavedUnder.Put(part.Name, part.Network.Saved)).ToDictionary();

    /// <inheritdoc />
    public override bool CanAnswer(Inputs inputs) => _parts.All(part => part.Network.CanAnswer(inputs));

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        var encoded = _parts.Select(part => part.Network.Encode(inputs)).ToList();
        _counts = [.. encoded.Select(tensors => tensors.Count)];
        return [.. encoded.SelectMany(tensors => tensors)];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor> input)
    {
        var counts = _counts ?? throw new InvalidOperationException("an ensemble answers to what its Encode made");
        var (terms, at) = (new List<Tensor>(), 0);
        foreach (var (part, count) in _parts.Zip(counts))
        {
            var logits = part.Network.call([.. input.Skip(at).Take(count)]).Logits;
            terms.Add(_mean == EnsembleMean.Logits ? logits * part.Share : logits.log_softmax(1) + Math.Log(part.Share));
            at += count;
        }

        // The sum of probabilities is taken in logarithms: a class that no part thinks possible keeps a finite logit.
        using var all = stack(terms, 0);
        return new((SignalNames.Logits, _mean == EnsembleMean.Logits ? all.sum(dim: 0) : all.logsumexp(0)));
    }
}

/// <summary>One network of an ensemble.</summary>
/// <param name="Name">Name that its weights carry.</param>
/// <param name="Network">The network.</param>
/// <param name="Share">Its share in the mean, above 0 to 1.</param>
internal sealed record EnsemblePart(string Name, Network Network, double Share);
