namespace PluginKd.Sdk;

/// <summary>The weighted sum of the terms that a training run minimises.</summary>
internal sealed class LossTerms(IReadOnlyList<LossTerm> terms)
{
    private readonly Tensor[] _weighted = new Tensor[terms.Count];
    private readonly double[] _scales = [.. terms.Select(_ => 1.0)];

    /// <summary>Number of terms.</summary>
    public int Count => terms.Count;

    /// <summary>Name of a term.</summary>
    public string Name(int term) => terms[term].Name;

    /// <summary>Whether a term has the weight that it is to end with.</summary>
    public bool IsAtItsWeight(int term, Moment moment) => WeightAt(term, moment) == terms[term].Weight.To;

    /// <summary>Evaluates all terms on a batch, from the first on: no zero is added.</summary>
    /// <returns>Their sum; <see cref="Weighted"/> holds the parts as long as the scope of the step is open.</returns>
    public Tensor Evaluate(LossBatch batch)
    {
        for (var i = 0; i < terms.Count; i++) _weighted[i] = Scaled(terms[i].Evaluate(batch), WeightAt(i, batch.Moment) * _scales[i]);
        return Sum();
    }

    /// <summary>What balances the terms beside their weights: a factor for each.</summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>The weight of a term at a point of the run, without its scale.</summary>
    public double WeightAt(int term, Moment moment) => terms[term].Weight.At(moment);

    /// <summary>Takes other scales, for the batch that was evaluated last as well.</summary>
    /// <returns>The sum of its terms with them.</returns>
    public Tensor Rescale(IReadOnlyList<double> scales)
    {
        for (var i = 0; i < _scales.Length; i++)
        {
            _weighted[i] = Scaled(_weighted[i], scales[i] / _scales[i]);
            _scales[i] = scales[i];
        }

        return Sum();
    }

    /// <summary>Takes the scales of a run that goes on.</summary>
    public void Take(IReadOnlyList<double> scales)
    {
        for (var i = 0; i < _scales.Length; i++) _scales[i] = scales[i];
    }

    /// <summary>The parts of the last sum, each with its factor.</summary>
    public IReadOnlyList<Tensor> Weighted => _weighted;

    /// <summary>Names of the terms that are no finite numbers, with what they are.</summary>
    public string NotFinite() => string.Join(", ", Enumerable.Range(0, Count)
        .Select(i => (Name: Name(i), Value: _weighted[i].ToDouble()))
        .Where(term => !double.IsFinite(term.Value))
        .Select(term => $"'{term.Name}' is {term.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));

    private Tensor Sum()
    {
        var sum = _weighted[0];
        for (var i = 1; i < _weighted.Length; i++) sum = sum + _weighted[i];
        return sum;
    }

    private static Tensor Scaled(Tensor value, double factor) => factor == 1 ? value : value * factor;
}
