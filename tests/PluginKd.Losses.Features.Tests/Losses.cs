namespace PluginKd.Losses.Features.Tests;

/// <summary>Every loss of the project by name, and a look at what it gives.</summary>
internal static class Losses
{
    private const string Layer = "hidden.0";
    private const string Next = "hidden.1";

    private static readonly LayerPair[] Layers = [new() { Student = Layer, Teacher = Layer }];

    private static readonly Dictionary<string, Func<(ILoss Loss, Action<nn.Module>? Weights)>> Made = new()
    {
        ["hint"] = () => (new Hint(new() { Layers = Layers }), ClosedForm.Regressor),
        ["hint always"] = () => (new Hint(new() { Layers = Layers, Regressor = Regressor.Always }), ClosedForm.Regressor),
        ["at"] = () => (new AttentionTransfer(new() { Layers = Layers }), null),
        ["at p 3"] = () => (new AttentionTransfer(new() { Layers = Layers, Power = 3 }), null),
        ["nst"] = () => (new NeuronSelectivity(new() { Layers = Layers }), null),
        ["vid"] = () => (new VariationalInformation(new() { Layers = Layers }), ClosedForm.Mean),
        ["vid of variance 2"] = () => (new VariationalInformation(new() { Layers = Layers, Variance = 2 }), ClosedForm.Mean),
        ["ab"] = () => (new ActivationBoundaries(new() { Layers = Layers }), ClosedForm.Regressor),
        ["ab of margin 0.5"] = () => (new ActivationBoundaries(new() { Layers = Layers, Margin = 0.5 }), ClosedForm.Regressor),
        ["fsp"] = () => (new FlowOfSolution(new() { Layers = [new() { Student = Layer, StudentNext = Next, Teacher = Layer, TeacherNext = Next }] }), null),
        ["ft"] = () => (new FactorTransfer(new() { Layers = Layers, ParaphraserEpochs = 1 }), ClosedForm.Factors),
        ["ft distance"] = () => (new FactorDistance(new() { Layers = Layers }), null),
        ["ft distance of 1 and 2"] = () => (new FactorDistance(new() { Layers = Layers, P1 = 1, P2 = 2 }), null),
        ["pkd"] = () => (new PatientDistance(new() { Layers = Layers }), null),
        ["cosine"] = () => (new Cosine(new() { Layers = Layers }), null),
    };

    /// <summary>Losses of maps, with the loss's usual settings.</summary>
    public static IReadOnlyList<string> MapLosses { get; } = ["hint", "at", "nst", "vid", "ab", "fsp", "ft", "ft distance"];

    /// <summary>Losses of vectors.</summary>
    public static IReadOnlyList<string> VectorLosses { get; } = ["hint", "vid", "ab", "pkd", "cosine"];

    public static TheoryData<string> OfMaps => [.. MapLosses];

    public static TheoryData<string> OfVectors => [.. VectorLosses];

    /// <summary>Value, and gradient with respect to the student as doubles, whatever the type.</summary>
    public static (double Value, double[] Gradient) Look(string name, Tensor student, Tensor teacher, float[]? weights = null)
    {
        var leaf = student.detach().clone().requires_grad_();
        var value = Evaluate(name, leaf, teacher, weights);
        value.backward();
        return (value.ToDouble(), leaf.grad!.to(float64).contiguous().data<double>().ToArray());
    }

    /// <summary>Prepares a loss as a distiller does, with weights in closed form, and evaluates it.</summary>
    public static Tensor Evaluate(string name, Tensor student, Tensor teacher, float[]? weights = null, Tensor? mask = null)
    {
        var (loss, fill) = Made[name]();
        var batch = Batch(student, teacher, weights, mask);
        // Shapes come from a batch of its own: the one to look at may be empty.
        var probe = Batch(ones([2, .. student.shape.Skip(1)]), ones([2, .. mask is null ? teacher.shape.Skip(1) : [student.size(1), .. teacher.shape.Skip(2)]]));
        using var host = new KdTestHost();
        if (loss is IFittedLoss fitted)
        {
            var none = new Split("train", SplitRole.Train, new DenseInputs(zeros(2, 1)), [0, 1], [0, 1]);
            fitted.Fit(new LossFitContext(host.Stage, none, 2, (_, signal) => probe.Teacher[signal]));
        }

        if (loss is ITrainedLoss trained)
        {
            var module = trained.CreateModule(probe.Student, probe.Teacher).to(student.dtype == float64 ? float64 : float32);
            fill!(module);
        }

        return loss.Evaluate(batch);
    }

    /// <summary>A batch whose next layer is the square of the layer.</summary>
    public static LossBatch Batch(Tensor student, Tensor teacher, float[]? weights = null, Tensor? mask = null)
    {
        var signals = new Signals((Layer, student), (Next, student * student));
        return TinyBatch.Of(mask is null ? signals : signals.With(SignalNames.Mask, mask), new Signals((Layer, teacher), (Next, teacher * teacher)), student.size(0), weights: weights);
    }

    /// <summary>Factor transfer of maps that are their own factors.</summary>
    private sealed class FactorDistance(FactorTransferSettings settings) : ILoss
    {
        private readonly LayerPairs _layers = new("ft", settings.Layers);

        public LossNeeds Needs => _layers.Needs;

        public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair => FactorTransfer.Distance(pair.Maps(), settings));
    }
}
