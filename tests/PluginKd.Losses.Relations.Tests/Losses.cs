namespace PluginKd.Losses.Relations.Tests;

/// <summary>Every loss of the project by name, and a look at what it gives.</summary>
internal static class Losses
{
    private static readonly Dictionary<string, Func<ILoss>> Made = new()
    {
        ["sp"] = () => new SimilarityPreserving(new()),
        ["pkt"] = () => new Pkt(new()),
        ["rkd_distance"] = () => new RkdDistance(new()),
        ["rkd_angle"] = () => new RkdAngle(new()),
        ["rkd_angle in pieces"] = () => new RkdAngle(new()) { MostNumbers = 100 },
        ["consecutive"] = () => new CorrelationConsecutive(new()),
        ["kernel"] = () => new CorrelationKernel(new()),
        ["kernel_norm"] = () => new CorrelationKernelNorm(new()),
        ["cka"] = () => new LinearCka(new()),
        ["minibatch_cka"] = () => new MinibatchCka(new()),
    };

    public static IEnumerable<string> Names => Made.Keys;

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> AllBut(string name) => [.. Names.Where(other => other != name)];

    public static ILoss Create(string name) => Made[name]();

    /// <summary>Value, and gradient with respect to the student as doubles, whatever the type.</summary>
    public static (double Value, double[] Gradient) Look(ILoss loss, Tensor student, Tensor teacher, float[]? weights = null)
    {
        var leaf = student.detach().clone().requires_grad_();
        var value = loss.Evaluate(Batch(leaf, teacher, weights));
        value.backward();
        return (value.ToDouble(), leaf.grad!.to(float64).contiguous().data<double>().ToArray());
    }

    public static LossBatch Batch(Tensor student, Tensor teacher, float[]? weights = null) =>
        TinyBatch.Of(new Signals((SignalNames.Embedding, student)), new Signals((SignalNames.Embedding, teacher)), student.size(0), weights: weights);
}
