namespace PluginKd.Sdk;

/// <summary>The weighted sum of the terms that a training run minimises.</summary>
internal sealed class LossTerms(IReadOnlyList<LossTerm> terms)
{
    private readonly Tensor[] _weighted = new Tensor[terms.Count];

    /// <summary>Number of terms.</summary>
    public int Count => terms.Count;

    /// <summary>Name of a term.</summary>
    public string Name(int term) => terms[term].Name;

    /// <summary>Whether a term has the weight that it is to end with.</summary>
    public bool IsAtItsWeight(int term, Moment moment) => terms[term].Weight.At(moment) == terms[term].Weight.To;

    /// <summary>Evaluates all terms on a batch, from the first on: no zero is added.</summary>
    /// <returns>Their sum; <see cref="Weighted"/> holds the parts as long as the scope of the step is open.</returns>
    public Tensor Evaluate(LossBatch batch)
    {
        for (var i = 0; i < terms.Count; i++) _weighted[i] = Evaluate(terms[i], batch);
        var sum = _weighted[0];
        for (var i = 1; i < _weighted.Length; i++) sum = sum + _weighted[i];
        return sum;
    }

    /// <summary>The parts of the last sum, each with its factor.</summary>
    public IReadOnlyList<Tensor> Weighted => _weighted;

    /// <summary>Names of the terms that are no finite numbers, with what they are.</summary>
    public string NotFinite() => string.Join(", ", Enumerable.Range(0, Count)
        .Select(i => (Name: Name(i), Value: _weighted[i].ToDouble()))
        .Where(term => !double.IsFinite(term.Value))
        .Select(term => $"'{term.Name}' is {term.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));

    private static Tensor Evaluate(LossTerm term, LossBatch batch)
    {
        var value = term.Evaluate(batch);
        var weight = term.Weight.At(batch.Moment);
        return weight == 1 ? value : value * weight;
    }
}
