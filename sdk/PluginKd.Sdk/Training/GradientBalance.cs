namespace PluginKd.Sdk;

/// <summary>Scales loss terms so that the norms of their gradients are as their weights; the first term stays as it is.</summary>
/// <remarks>
/// Measured in the first step of each epoch, and taken half of the way, on a logarithmic scale, from a term's second time on: one batch says only so much. A term
/// without a gradient there, such as one whose weight is still 0, keeps its scale.
/// </remarks>
internal sealed class GradientBalance(LossTerms terms, GradientShares shares, StageContext stage) : IKeepsState
{
    private const string Name = "scales";
    private const string Measured = "measured";

    // A term whose gradient is a millionth of another's is not made up for.
    private const double Most = 1e6;

    private readonly bool[] _isMeasured = new bool[terms.Count];

    /// <summary>Measures and scales, before the backward pass of the step.</summary>
    /// <returns>The sum of the batch's terms with their new scales.</returns>
    public Tensor Balance(Moment moment)
    {
        var norms = shares.Norms();
        var raw = norms.Select((norm, i) => terms.WeightAt(i, moment) is var weight and not 0 ? norm / Math.Abs(weight * terms.Scales[i]) : 0).ToArray();
        var scales = terms.Scales.ToArray();
        for (var i = 1; i < scales.Length && raw[0] > 0; i++)
        {
            if (raw[i] <= 0) continue;
            var wanted = Math.Clamp(raw[0] / raw[i], 1 / Most, Most);
            scales[i] = _isMeasured[i] ? Math.Sqrt(scales[i] * wanted) : wanted;
            _isMeasured[i] = true;
            stage.Progress.Metric($"loss-scale/{terms.Name(i)}", scales[i], moment.Step);
        }

        return terms.Rescale(scales);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor> { [Name] = tensor(terms.Scales.ToArray()), [Measured] = tensor(_isMeasured) };

    /// <inheritdoc />
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        terms.Take(state[Name].data<double>().ToArray());
        state[Measured].data<bool>().ToArray().CopyTo(_isMeasured, 0);
    }
}
