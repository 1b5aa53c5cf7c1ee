namespace PluginKd.Distillation;

/// <summary>The weighted losses of one student, and what some of them want done before training.</summary>
internal sealed class LossSum(IReadOnlyList<WeightedLoss> losses)
{
    // Enough for a module to see shapes, and for a teacher to answer at once.
    private const int ProbeSize = 2;

    /// <summary>The loss that widens the student, if one does.</summary>
    public IWideningLoss? Widening => losses.Select(l => l.Loss).OfType<IWideningLoss>().FirstOrDefault();

    /// <summary>Signals of the teachers that some loss reads.</summary>
    public IReadOnlyList<string> TeacherSignals => [.. losses.SelectMany(l => l.Loss.Needs.Teacher).Distinct()];

    /// <summary>Whether there is nothing to learn without labels.</summary>
    public bool OnlyLabels => losses.All(l => l.Loss.Needs.Labels);

    /// <summary>Lets the losses that wish to look at the whole transfer set.</summary>
    public void Fit(DistillContext context, Split examples)
    {
        var view = new LossFitContext(context.Stage, examples, context.Data.Classes.Count,
            (teacher, signal) => context.Signals.Get(teacher, signal, examples));
        foreach (var loss in losses.Select(l => l.Loss).OfType<IFittedLoss>()) loss.Fit(view);
    }

    /// <summary>Makes the modules that are trained along with the student.</summary>
    public IReadOnlyList<nn.Module> CreateModules(DistillContext context, Network student, Split examples)
    {
        var trained = losses.Select(l => l.Loss).OfType<ITrainedLoss>().ToArray();
        if (trained.Length == 0) return [];
        var few = examples.Take([.. Enumerable.Range(0, Math.Min(ProbeSize, examples.Count))]).Inputs;
        student.to(context.Stage.Device);
        var studentSignals = Probe(student, few, [.. losses.SelectMany(l => l.Loss.Needs.Student).Distinct()], context);
        var teacherSignals = context.Teachers.Count == 0 ? null : Probe(context.Teachers.Values.First(), few, TeacherSignals, context);
        // After the student's own weights, so that adding such a loss leaves those as they were.
        context.Stage.SeedTensors("loss-weights");
        return [.. trained.Select(loss => loss.CreateModule(studentSignals, teacherSignals))];
    }

    /// <summary>The losses as terms of the training loop.</summary>
    public IReadOnlyList<LossTerm> Terms => [.. losses.Select(l => new LossTerm(l.Id, l.Weight, l.Loss.Evaluate))];

    /// <summary>Losses that remember something from batch to batch.</summary>
    public IReadOnlyList<IKeepsState> State => [.. losses.Select(l => l.Loss).OfType<IKeepsState>()];

    private static Signals Probe(Network network, Inputs few, IReadOnlyList<string> signals, DistillContext context)
    {
        var collected = Inference.Collect(network, few, signals, context.Stage);
        return new Signals([.. collected.Select(signal => (signal.Key, signal.Value))]);
    }
}
