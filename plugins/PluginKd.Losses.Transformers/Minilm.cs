namespace PluginKd.Losses.Transformers;

/// <summary>MiniLM: positions of one layer look at each other as they do in the teacher, and what they tell is related as there.</summary>
/// <remarks>
/// <para>Formula: <c>mean of KL(AT ‖ AS) + mean of KL(RT ‖ RS)</c>, A the attention weights and <c>R = softmax(V·Vᵀ / √d)</c> of the values, both [N, heads, T, T]; means over heads,
/// positions of a text and texts.</para>
/// <para>Unit: nats for each position. Zero where both agree. Student and teacher have the same number of heads and read the same pieces; padding does not count.</para>
/// <para>Source: Wang et al. (2020), arXiv:2002.10957, section 3. Departures: weights of examples are obeyed when there are any. <see cref="MinilmRelations"/> needs no same
/// number of heads.</para>
/// </remarks>
/// <param name="settings">The layers.</param>
[KdPlugin("minilm", Settings = typeof(MinilmSettings))]
public sealed class Minilm(MinilmSettings settings) : ILoss
{
    private const double Smallest = 1e-30;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new(
        [SignalNames.Attention(settings.StudentLayer), SignalNames.Value(settings.StudentLayer)],
        [SignalNames.Attention(settings.TeacherLayer), SignalNames.Value(settings.TeacherLayer)]);

    /// <inheritdoc />
    /// <exception cref="UserErrorException">The numbers of heads differ.</exception>
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = (batch.Student[Needs.Student[0]], batch.Teacher[Needs.Teacher[0]].detach());
        var heads = student.size(1);
        if (heads != teacher.size(1))
            throw new UserErrorException($"the student has {heads} heads, the teacher {teacher.size(1)}", "the same number", "loss 'minilm'", "use minilm-relations, which cuts both into heads anew");
        var positions = new Positions(batch, student, teacher);
        var attention = Relations.Divergence(Logarithms(teacher, positions), Logarithms(student, positions), positions);
        var (valuesS, valuesT) = (batch.Student[Needs.Student[1]], batch.Teacher[Needs.Teacher[1]].detach());
        return attention + Relations.Divergence(Relations.Of(valuesT, heads, positions).to(attention.dtype), Relations.Of(valuesS, heads, positions), positions);
    }

    // A weight that underflowed, or of padding, counts as very little on both sides.
    private static Tensor Logarithms(Tensor weights, Positions positions) => positions.CutSquare(weights).clamp_min(Smallest).log();
}
