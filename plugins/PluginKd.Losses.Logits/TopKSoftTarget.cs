namespace PluginKd.Losses.Logits;

/// <summary>Divergence of the student's softened class distribution from the teacher's on the teacher's k likeliest classes.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of Σ over the top k of pT·(ln pT − ln pS) + t</c>, where <c>p = softmax(z / τ)</c>, logits [N, C], and with the rest r, the sum of p over the other
/// C − k classes: <c>t = rT·(ln rT − ln rS)</c> (one class); <c>t = 0</c> and p divided by 1 − r (dropped); <c>t = rT·(ln(rT / (C − k)) − mean of the others' ln pS)</c> (uniform).</para>
/// <para>Unit: nats per example. Zero where both sides agree on the k classes and, unless they are dropped, on the rest. With k = C it is <see cref="SoftTarget"/>: there is no
/// rest, and t is zero.</para>
/// <para>Source: Tan et al. (2019), arXiv:1902.10461, for dropped classes; the other two are plain divergences of coarser distributions. Departures: weights of
/// examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">Number of classes, rest, temperature.</param>
[KdPlugin("top-k-soft-target", Settings = typeof(TopKSoftTargetSettings))]
public sealed class TopKSoftTarget(TopKSoftTargetSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var classes = teacher.topk((int)Math.Min(settings.K, teacher.size(1)), 1).indexes;
        var (logS, logT) = (ClassScores.LogSoftmax(student, temperature), ClassScores.LogSoftmax(teacher, temperature));
        var (topS, topT) = (logS.gather(1, classes), logT.gather(1, classes));
        var each = settings.Tail == TopKTail.Dropped
            ? ClassScores.KullbackLeibler(ClassScores.LogSoftmax(topT), ClassScores.LogSoftmax(topS))
            : ClassScores.KullbackLeibler(topT, topS) + Rest(logS, logT, classes);
        return batch.Average(each) * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }

    // Without a rest its logarithm is a very low number and its probability 0, so that the product is 0.
    private Tensor Rest(Tensor student, Tensor teacher, Tensor classes)
    {
        var rest = ClassScores.Without(teacher, classes).logsumexp(1);
        if (settings.Tail == TopKTail.OneClass) return rest.exp() * (rest - ClassScores.Without(student, classes).logsumexp(1));
        var count = Math.Max(1, student.size(1) - classes.size(1));
        var others = student.masked_fill(ClassScores.Chosen(student, classes), 0).sum(1) / count;
        return rest.exp() * (rest - Math.Log(count) - others);
    }
}
