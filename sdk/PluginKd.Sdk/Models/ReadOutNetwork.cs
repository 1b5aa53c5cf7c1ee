namespace PluginKd.Sdk;

/// <summary>A widened network that answers with class scores, so that whoever uses it sees C logits.</summary>
/// <remarks>Its weights carry the names of the inner network's, with <c>inner.</c> before them.</remarks>
public sealed class ReadOutNetwork : Network
{
    private readonly Network inner;
    private readonly IWideningLoss reader;

    /// <summary>Puts a read-out behind a network.</summary>
    /// <param name="inner">Network with the loss's number of outputs.</param>
    /// <param name="reader">The loss that asked for them.</param>
    public ReadOutNetwork(Network inner, IWideningLoss reader)
        : base(nameof(ReadOutNetwork))
    {
        (this.inner, this.reader) = (inner, reader);
        RegisterComponents();
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => inner.Saved;

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => inner.Encode(inputs);

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor> input)
    {
        var signals = inner.call(input);
        return signals.With(SignalNames.WideLogits, signals.Logits).With(SignalNames.Logits, reader.ReadClassScores(signals.Logits));
    }
}
