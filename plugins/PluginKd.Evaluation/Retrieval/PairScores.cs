namespace PluginKd.Evaluation;

/// <summary>Scores every first with every second: by one matrix product where the network embeds both sides apart, else by running it on every pair.</summary>
/// <param name="context">Network, device, the wish to stop.</param>
/// <param name="positive">Class of true pairs.</param>
internal sealed class PairScores(EvaluationContext context, int positive)
{
    private const string First = "first";
    private const string Second = "second";

    // Rows of pairs that are put together at once; Inference cuts them into batches.
    private const int ChunkSize = 16 * Inference.BatchSize;

    // Share of the range of scores by which rounding may put two pairs into another order.
    private const double Rounding = 1e-3;

    private readonly string _where = $"split '{context.Examples.Name}'";

    private bool _embeds;

    /// <summary>Pairs that the network was run on to score them.</summary>
    public long Run { get; private set; }

    /// <summary>Runs the network on a first batch that does not count, so that what it does once, such as reserving memory and choosing kernels, is no part of the time of a search.</summary>
    /// <param name="firsts">F inputs.</param>
    /// <param name="seconds">S inputs.</param>
    public void WarmUp(Inputs firsts, Inputs seconds)
    {
        using var scope = NewDisposeScope();
        _embeds = Embeds();
        Inference.Stream(context.Network, Joined(firsts, seconds, Inference.BatchSize), [SignalNames.Logits], context.Stage, (_, _) => { });
    }

    /// <summary>Scores all pairs; after <see cref="WarmUp"/>.</summary>
    /// <param name="firsts">F inputs.</param>
    /// <param name="seconds">S inputs.</param>
    /// <returns>[F, S], higher where the two belong together rather.</returns>
    public Tensor Of(Inputs firsts, Inputs seconds) => (_embeds ? ByProduct(firsts, seconds) : null) ?? ByNetwork(firsts, seconds);

    private bool Embeds()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var names = context.Network.call([.. context.Network.Encode(context.Examples.Inputs.Take([0])).Select(e => e.to(context.Stage.Device))]).Names.ToList();
        return names.Contains(First) && names.Contains(Second);
    }

    // Each input goes through its tower; the shorter side begins anew, as a network takes pairs. The products may stand for the scores only if they order those pairs as the network's own scores do.
    private Tensor? ByProduct(Inputs firsts, Inputs seconds)
    {
        var pairs = Joined(firsts, seconds, int.MaxValue);
        var answers = Inference.Collect(context.Network, pairs, [First, Second, SignalNames.Logits], context.Stage);
        Run += pairs.Count;
        using var a = answers[First];
        using var b = answers[Second];
        using var logits = answers[SignalNames.Logits];
        var odds = PositiveClass.LogOdds(logits, positive, _where).data<double>().ToArray();
        return Follow(odds, (a * b).sum(1).to(float64).data<double>().ToArray()) ? a.narrow(0, 0, firsts.Count).matmul(b.narrow(0, 0, seconds.Count).t()) : null;
    }

    private static PairInputs Joined(Inputs firsts, Inputs seconds, int most)
    {
        var rows = Enumerable.Range(0, Math.Min(most, Math.Max(firsts.Count, seconds.Count))).ToList();
        return new(firsts.Take([.. rows.Select(i => i % firsts.Count)]), seconds.Take([.. rows.Select(i => i % seconds.Count)]));
    }

    private static bool Follow(double[] scores, double[] products)
    {
        Array.Sort(products, scores);
        var (range, highest) = (scores.Max() - scores.Min(), double.NegativeInfinity);
        foreach (var score in scores)
        {
            if (score < highest - (Rounding * range)) return false;
            highest = Math.Max(highest, score);
        }

        return range > 0;
    }

    private Tensor ByNetwork(Inputs firsts, Inputs seconds)
    {
        var (all, scores) = ((long)firsts.Count * seconds.Count, new float[firsts.Count][]);
        for (var first = 0; first < scores.Length; first++) scores[first] = new float[seconds.Count];
        for (var start = 0L; start < all; start += ChunkSize)
        {
            using var scope = NewDisposeScope();
            var chunk = Enumerable.Range(0, (int)Math.Min(ChunkSize, all - start)).Select(i => Math.DivRem(start + i, seconds.Count)).ToList();
            var pairs = new PairInputs(firsts.Take([.. chunk.Select(pair => (int)pair.Quotient)]), seconds.Take([.. chunk.Select(pair => (int)pair.Remainder)]));
            Inference.Stream(context.Network, pairs, [SignalNames.Logits], context.Stage, (at, batch) =>
            {
                var odds = PositiveClass.LogOdds(batch[SignalNames.Logits], positive, _where).data<double>().ToArray();
                for (var i = 0; i < odds.Length; i++) scores[chunk[(int)at + i].Quotient][chunk[(int)at + i].Remainder] = (float)odds[i];
            });
        }

        Run += all;
        return stack([.. scores.Select(row => tensor(row))]);
    }
}
