namespace PluginKd.Losses.Logits;

/// <summary>Subclass distillation: the student learns the subclasses into which its teacher divided the classes, and class scores are read from them.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of −Σ pT·ln pS</c>, the sum over all subclasses, where <c>p = softmax(z / τ)</c>; scores of subclasses [N, C·s], subclass k of class c at
/// c·s + k. Score of a class: <c>ln Σ over its subclasses of exp z</c>, so that its probability is the sum of theirs.</para>
/// <para>Unit: nats per example. Never below τ² times the entropy of the teacher. Gradient: <c>τ·(pS − pT) / N</c>.</para>
/// <para>Source: Müller, Kornblith and Hinton (2020), arXiv:2002.03936. Departures: teachers of subclasses are not trained here, see
/// <see cref="SubclassAuxiliary"/>; weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">Number of subclasses, the teacher's signal, temperature.</param>
[KdPlugin("subclass", Settings = typeof(SubclassSettings))]
public sealed class Subclass(SubclassSettings settings) : IWideningLoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.WideLogits], [settings.TeacherSignal]);

    /// <inheritdoc />
    public int Outputs(int classes) => checked(classes * settings.Subclasses);

    /// <inheritdoc />
    public Tensor ReadClassScores(Tensor wide)
    {
        var shape = wide.shape;
        return wide.reshape([.. shape[..^1], shape[^1] / settings.Subclasses, settings.Subclasses]).logsumexp(-1);
    }

    /// <inheritdoc />
    /// <exception cref="UserErrorException">The teacher has another number of subclasses, or its signal or the student's is none of scores.</exception>
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = (ClassScores.Rows(batch.Student, SignalNames.WideLogits, "subclass"), ClassScores.Rows(batch.Teacher, settings.TeacherSignal, "subclass"));
        RequireAsMany(student.size(1), teacher.size(1));
        (student, teacher) = ClassScores.Read(student, teacher);
        var each = ClassScores.CrossEntropy(ClassScores.LogSoftmax(teacher, temperature), ClassScores.LogSoftmax(student, temperature));
        return batch.Average(each) * ClassScores.Scale(temperature, squared: true);
    }

    private void RequireAsMany(long student, long teacher)
    {
        if (student == teacher) return;
        var classes = student / settings.Subclasses;
        throw new UserErrorException($"the teacher's signal '{settings.TeacherSignal}' has {teacher} scores for {classes} classes",
            $"{student}, {settings.Subclasses} for each class", "loss 'subclass'",
            teacher % classes == 0 ? $"write \"subclasses\": {teacher / classes}" : "name another signal in \"teacher-signal\"");
    }
}
