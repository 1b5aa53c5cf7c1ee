namespace PluginKd.Losses.Logits;

/// <summary>Jensen–Shannon divergence between the class distributions of student and teacher, with a share for each.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of β·KL(pT ‖ m) + (1 − β)·KL(pS ‖ m)</c>, where <c>m = β·pT + (1 − β)·pS</c> and <c>p = softmax(z / τ)</c>; logits [N, C].
/// β = 0 is defined as <c>KL(pT ‖ pS)</c> and β = 1 as <c>KL(pS ‖ pT)</c>, to which the formula tends when it is divided by β or 1 − β; by itself it tends to zero.</para>
/// <para>Unit: nats per example, at most ln 2 between the ends (times τ²). Zero only where both distributions agree. Gradient: <c>τ·(1 − β)·pS·(r − Σc pS·r) / N</c>, where
/// <c>r = ln pS − ln m</c>.</para>
/// <para>Source: Agarwal et al. (2023), arXiv:2306.13649; value as trl's <c>generalized_jsd_loss</c>. Departures: trl has no τ², the same at τ = 1; weights of
/// examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">Shares and temperature.</param>
[KdPlugin("generalized-js", Settings = typeof(GeneralizedJsSettings))]
public sealed class GeneralizedJs(GeneralizedJsSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var each = Divergence(ClassScores.LogSoftmax(student, temperature), ClassScores.LogSoftmax(teacher, temperature), settings.Beta);
        return batch.Average(each) * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }

    private static Tensor Divergence(Tensor student, Tensor teacher, double beta)
    {
        if (beta == 0) return ClassScores.KullbackLeibler(teacher, student);
        if (beta == 1) return ClassScores.KullbackLeibler(student, teacher);
        // The logarithm of the mixture without leaving logarithms: a class that neither finds likely does not become ln 0.
        var mixture = (teacher + Math.Log(beta)).logaddexp(student + Math.Log(1 - beta));
        return (beta * ClassScores.KullbackLeibler(teacher, mixture)) + ((1 - beta) * ClassScores.KullbackLeibler(student, mixture));
    }
}
