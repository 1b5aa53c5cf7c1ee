namespace PluginKd.Evaluation.Tests;

/// <summary>Looks the score of a pair up in a table; a first is an image of one pixel that holds its number, a second a text that is its number.</summary>
internal sealed class TableNetwork(Tensor scores) : Network(nameof(TableNetwork))
{
    /// <summary>Pairs that were answered.</summary>
    public int Pairs { get; private set; }

    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => Encoded((PairInputs)inputs);

    public override Signals forward(IReadOnlyList<Tensor> input)
    {
        Pairs += (int)input[0].size(0);
        var score = scores[TensorIndex.Tensor(input[0]), TensorIndex.Tensor(input[1])];
        return new Signals((SignalNames.Logits, stack([-score / 2, score / 2], 1)));
    }

    public static IReadOnlyList<Tensor> Encoded(PairInputs pairs) =>
        [((DenseInputs)pairs.First).Values.reshape(-1).to(int64), tensor(((TextInputs)pairs.Second).Texts.Select(text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
}

/// <summary>Embeds numbers by two tables and compares them, as a dual encoder does.</summary>
/// <param name="first">[F, D].</param>
/// <param name="second">[S, D].</param>
/// <param name="slope">What the score rises by with the dot product.</param>
/// <param name="shows">Whether the embeddings are signals, too.</param>
internal sealed class TowersNetwork(Tensor first, Tensor second, double slope, bool shows = true) : Network(nameof(TowersNetwork))
{
    public int Pairs { get; private set; }

    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => TableNetwork.Encoded((PairInputs)inputs);

    public override Signals forward(IReadOnlyList<Tensor> input)
    {
        Pairs += (int)input[0].size(0);
        var (a, b) = (first.index_select(0, input[0]), second.index_select(0, input[1]));
        var score = slope * (a * b).sum(1);
        var logits = stack([-score, score], 1);
        return shows ? new Signals((SignalNames.Logits, logits), ("first", a), ("second", b)) : new Signals((SignalNames.Logits, logits));
    }
}
