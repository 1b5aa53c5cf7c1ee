namespace PluginKd.Losses.Logits.Tests;

/// <summary>Every loss of the project, with settings that take each of its ways, by name.</summary>
internal static class Losses
{
    private static readonly Dictionary<string, Func<ILoss>> Made = new()
    {
        ["cross-entropy"] = () => new CrossEntropy(new()),
        ["cross-entropy smooth"] = () => new CrossEntropy(new() { LabelSmoothing = 0.2 }),
        ["soft-target"] = () => new SoftTarget(new()),
        ["soft-target no τ²"] = () => new SoftTarget(new() { TemperatureSquared = false }),
        ["soft-target standardized"] = () => new SoftTarget(new() { Standardize = true }),
        ["soft-cross-entropy"] = () => new SoftCrossEntropy(new()),
        ["logit-mse"] = () => new LogitMse(new()),
        ["reverse-kl"] = () => new ReverseKl(new()),
        ["symmetric-kl"] = () => new SymmetricKl(new()),
        ["generalized-js"] = () => new GeneralizedJs(new()),
        ["generalized-js 0.1"] = () => new GeneralizedJs(new() { Beta = 0.1, Temperature = 2 }),
        ["generalized-js 0"] = () => new GeneralizedJs(new() { Beta = 0, Temperature = 2 }),
        ["generalized-js 1"] = () => new GeneralizedJs(new() { Beta = 1, Temperature = 2 }),
        ["total-variation"] = () => new TotalVariation(new()),
        ["dkd"] = () => new Dkd(new()),
        ["nkd"] = () => new Nkd(new()),
        ["wsl"] = () => new Wsl(new()),
        ["dist"] = () => new Dist(new()),
        ["top-k one-class"] = () => new TopKSoftTarget(new() { K = 2 }),
        ["top-k dropped"] = () => new TopKSoftTarget(new() { K = 2, Tail = TopKTail.Dropped }),
        ["top-k uniform"] = () => new TopKSoftTarget(new() { K = 2, Tail = TopKTail.Uniform }),
        ["top-k one-class, all"] = () => new TopKSoftTarget(new()),
        ["top-k dropped, all"] = () => new TopKSoftTarget(new() { Tail = TopKTail.Dropped }),
        ["top-k uniform, all"] = () => new TopKSoftTarget(new() { Tail = TopKTail.Uniform }),
        ["subclass"] = () => new Subclass(new()),
        ["subclass-auxiliary"] = () => new SubclassAuxiliary(new()),
    };

    public static IEnumerable<string> Names => Made.Keys;

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> AllBut(params string[] names) => [.. Names.Except(names)];

    public static TheoryData<string> WithLabels => [.. Names.Where(name => Create(name).Needs.Labels)];

    public static ILoss Create(string name) => Made[name]();

    public static LossBatch Batch(Tensor student, Tensor? teacher = null, long[]? labels = null, float[]? weights = null) =>
        TinyBatch.Of(Both(student), teacher is null ? null : Both(teacher), student.size(0), labels, weights);

    public static double Value(ILoss loss, Tensor student, Tensor? teacher = null, long[]? labels = null, float[]? weights = null) =>
        loss.Evaluate(Batch(student, teacher, labels ?? Golden.Labels, weights)).ToDouble();

    /// <summary>Value, and gradient with respect to the student as doubles, whatever the type.</summary>
    public static (double Value, double[] Gradient) Look(ILoss loss, Tensor student, Tensor? teacher = null, long[]? labels = null, float[]? weights = null)
    {
        var z = student.detach().clone().requires_grad_();
        var value = loss.Evaluate(Batch(z, teacher, labels ?? Golden.Labels, weights));
        value.backward();
        return (value.ToDouble(), z.grad!.to(float64).contiguous().data<double>().ToArray());
    }

    // Losses on subclasses find their scores under the other name.
    private static Signals Both(Tensor scores) => new((SignalNames.Logits, scores), (SignalNames.WideLogits, scores));
}
