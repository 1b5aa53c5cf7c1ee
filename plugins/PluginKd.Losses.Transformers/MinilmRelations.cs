namespace PluginKd.Losses.Transformers;

/// <summary>MiniLM of the second version: queries, keys and values of one layer are related as in the teacher, in heads of which both sides have as many.</summary>
/// <remarks>
/// <para>Formula: <c>Σ over queries, keys and values of w · mean of KL(RT ‖ RS)</c>, where <c>R = softmax(H·Hᵀ / √d)</c> [N, heads, T, T] of states H cut into heads of width d; means over
/// heads, positions of a text and texts.</para>
/// <para>Unit: nats for each position. Zero where the relations agree. Widths of the sides may differ; both are multiples of the heads. Both read the same pieces; padding does not count.</para>
/// <para>Source: Wang et al. (2021), arXiv:2012.15828, section 3; value as minilmv2.bb's. Departures: weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The layers, heads and factors.</param>
[KdPlugin("minilm-relations", Settings = typeof(MinilmRelationsSettings))]
public sealed class MinilmRelations(MinilmRelationsSettings settings) : ILoss
{
    private readonly (double Weight, Func<int, string> Signal)[] _terms =
        [.. new (double Weight, Func<int, string> Signal)[] { (settings.Queries, SignalNames.Query), (settings.Keys, SignalNames.Key), (settings.Values, SignalNames.Value) }.Where(term => term.Weight > 0)];

    /// <inheritdoc />
    public LossNeeds Needs => new([.. _terms.Select(term => term.Signal(settings.StudentLayer))], [.. _terms.Select(term => term.Signal(settings.TeacherLayer))]);

    /// <inheritdoc />
    /// <exception cref="UserErrorException">A width is no multiple of the heads, or nothing counts.</exception>
    public Tensor Evaluate(LossBatch batch)
    {
        if (_terms.Length == 0)
            throw new UserErrorException("queries, keys and values all have the factor 0", "one above 0 at least", "loss 'minilm-relations'", "raise one, or take the loss out");
        Tensor? sum = null;
        foreach (var (weight, signal) in _terms)
        {
            var (student, teacher) = (batch.Student[signal(settings.StudentLayer)], batch.Teacher[signal(settings.TeacherLayer)].detach());
            RequireHeads(student, "student");
            RequireHeads(teacher, "teacher");
            var positions = new Positions(batch, student, teacher);
            var relations = Relations.Of(student, settings.Heads, positions);
            var term = weight * Relations.Divergence(Relations.Of(teacher, settings.Heads, positions).to(relations.dtype), relations, positions);
            sum = sum is null ? term : sum + term;
        }

        return sum!;
    }

    private void RequireHeads(Tensor states, string side)
    {
        if (states.size(2) % settings.Heads != 0)
            throw new UserErrorException($"the {side} is {states.size(2)} wide, and {settings.Heads} heads do not divide it", "a divisor of both widths", "loss 'minilm-relations'", "change heads");
    }
}
