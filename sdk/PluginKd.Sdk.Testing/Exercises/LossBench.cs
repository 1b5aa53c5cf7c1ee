namespace PluginKd.Sdk.Testing;

/// <summary>What a loss gave for a batch.</summary>
/// <param name="Value">The loss.</param>
/// <param name="Gradients">With respect to each of the student's signals; null where none came.</param>
/// <param name="Answer">The tensor.</param>
/// <param name="TeacherHasGradient">Whether the teacher's signals got a gradient.</param>
internal sealed record LossValue(double Value, IReadOnlyList<(string Signal, Tensor? Gradient)> Gradients, Tensor Answer, bool TeacherHasGradient)
{
    /// <summary>Whether value and gradients are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(Value) && Gradients.All(g => g.Gradient is null || g.Gradient.isfinite().all().ToBoolean());
}

/// <summary>Prepares a loss as a distiller does, and evaluates it.</summary>
/// <param name="subject">Shapes of signals.</param>
internal sealed class LossBench(ConformanceSubject subject)
{
    /// <summary>The module of the loss that was prepared last, if it has one.</summary>
    public nn.Module? Module { get; private set; }

    /// <summary>Fits the loss and makes its module, where it has such wishes.</summary>
    public LossExamples Prepare(ILoss loss, KdTestHost host, ScalarType dtype)
    {
        var examples = LossFixture.Make(loss, subject);
        host.Stage.SeedTensors("stage");
        if (loss is IFittedLoss fitted)
        {
            var split = new Split("train", SplitRole.Train, new DenseInputs(zeros(examples.Count, 1)),
                [.. examples.Labels.Select(label => (int)label)], examples.Indices);
            fitted.Fit(new LossFitContext(host.Stage, split, LossFixture.Classes, (_, signal) => examples.Teacher.First(s => s.Name == signal).Values.to(dtype)));
        }

        if (loss is ITrainedLoss trained)
        {
            var few = examples.Take(0, 1);
            Module = trained.CreateModule(Cast(few.Student, dtype), few.Teacher.Count == 0 ? null : Cast(few.Teacher, dtype)).to(dtype);
        }

        return examples.Take([.. Enumerable.Range(0, LossFixture.BatchSize)]);
    }

    /// <summary>Evaluates value and gradients.</summary>
    public static LossValue Evaluate(ILoss loss, KdTestHost host, LossExamples examples, ScalarType dtype, bool teacherAsksForGradient = false)
    {
        host.Stage.SeedTensors("step");
        var leaves = examples.Student.Select(s => (s.Name, Values: s.Values.detach().to(dtype).clone().requires_grad_())).ToList();
        var teacher = examples.Teacher.Select(s => (s.Name, Values: s.Values.detach().to(dtype).clone())).ToList();
        if (teacherAsksForGradient) foreach (var signal in teacher) signal.Values.requires_grad_();
        var answer = loss.Evaluate(Batch(loss, examples, leaves, teacher, dtype));
        if (answer.requires_grad && answer.numel() == 1) answer.backward();
        return new LossValue(answer.numel() == 1 ? answer.ToDouble() : double.NaN, [.. leaves.Select(leaf => (leaf.Name, leaf.Values.grad))], answer,
            teacher.Any(signal => signal.Values.grad is not null));
    }

    /// <summary>Puts a batch together from signals.</summary>
    public static LossBatch Batch(ILoss loss, LossExamples examples, IReadOnlyList<(string Name, Tensor Values)> student,
        IReadOnlyList<(string Name, Tensor Values)> teacher, ScalarType dtype)
    {
        Signals Complete(Signals signals) => loss is IWideningLoss wide && signals.Names.Contains(SignalNames.WideLogits)
            ? signals.With(SignalNames.Logits, wide.ReadClassScores(signals[SignalNames.WideLogits]))
            : signals;
        return new LossBatch
        {
            Student = Complete(new Signals([.. student])),
            Teachers = teacher.Count == 0 ? new Dictionary<string, Signals>() : new() { [Exercise.Teacher] = new Signals([.. teacher]) },
            Labels = tensor(examples.Labels, dtype: int64),
            AllLabelled = !examples.Labels.Contains(Split.Unlabelled),
            GatherIndices = () => tensor(examples.Indices, dtype: int64),
            Weights = examples.Weights is null ? null : tensor(examples.Weights, dtype: float32),
            Moment = new Moment(0, 2, 3, 10),
            // Another dropout: the same units are a little weaker every time.
            StudentAgain = () => Complete(new Signals([.. student.Select(s => (s.Name, s.Values * Mask(s.Values, dtype)))])),
        };
    }

    private static Tensor Mask(Tensor values, ScalarType dtype) => (arange(values.numel(), dtype: dtype) % 3 * 0.05 + 0.9).reshape(values.shape);

    private static Signals Cast(IReadOnlyList<(string Name, Tensor Values)> signals, ScalarType dtype) =>
        new([.. signals.Select(s => (s.Name, s.Values.to(dtype)))]);
}
