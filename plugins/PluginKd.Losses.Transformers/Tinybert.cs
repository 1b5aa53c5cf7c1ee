namespace PluginKd.Losses.Transformers;

/// <summary>TinyBERT's first stage: attention scores and hidden states of each layer are those of a layer of the teacher, and so are the embeddings.</summary>
/// <remarks>
/// <para>Formula: <c>Σ over layers of MSE(AS, AT) + Σ over embeddings and layers of MSE(W·HS, HT)</c>, A the attention scores before softmax [N, heads, T, T], H the hidden states [N, T, D];
/// means over heads or units, positions of a text, or pairs of them, and texts. W, one for all layers, is trained along and not kept with the student; without it where the widths are the same.</para>
/// <para>Unit: that of the signals squared. Zero where all agree. Both sides have the same number of heads where scores count, and read the same pieces; padding does not count.</para>
/// <para>Source: Jiao et al. (2020), arXiv:1909.10351, section 3; value as the authors' <c>task_distill.py</c> of one text without padding. Departures: padding is left out of
/// the means, where the authors' program counts it as equal; weights of examples are obeyed when there are any. Its second stage is soft cross-entropy at τ = 1.</para>
/// </remarks>
/// <param name="settings">The layers.</param>
[KdPlugin("tinybert", Settings = typeof(TinybertSettings))]
public sealed class Tinybert(TinybertSettings settings) : ILoss, ITrainedLoss
{
    private nn.Module<Tensor, Tensor>? _projection;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([.. Signals(settings).Select(pair => pair.Student)], [.. Signals(settings).Select(pair => pair.Teacher)]);

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher)
    {
        _projection = null;
        if (settings.Hidden == 0) return nn.Identity();
        var (from, to) = (student[SignalNames.Hidden(0)].size(2), teacher![SignalNames.Hidden(0)].size(2));
        return from == to ? nn.Identity() : _projection = nn.Linear(from, to);
    }

    /// <inheritdoc />
    /// <exception cref="UserErrorException">The numbers of heads differ, or nothing counts.</exception>
    public Tensor Evaluate(LossBatch batch)
    {
        Tensor? sum = null;
        foreach (var (nameS, nameT) in Signals(settings))
        {
            var (student, teacher) = (batch.Student[nameS], batch.Teacher[nameT].detach());
            var term = student.dim() == 4 ? settings.Attention * OfScores(batch, student, teacher) : settings.Hidden * OfStates(batch, student, teacher);
            sum = sum is null ? term : sum + term;
        }

        return sum ?? throw new UserErrorException("attention and hidden both have the factor 0", "one above 0", "loss 'tinybert'", "raise one, or take the loss out");
    }

    private static Tensor OfScores(LossBatch batch, Tensor student, Tensor teacher)
    {
        if (student.size(1) != teacher.size(1))
            throw new UserErrorException($"the student has {student.size(1)} heads, the teacher {teacher.size(1)}", "the same number", "loss 'tinybert'",
                "give the student the teacher's number of heads, or set attention to 0");
        var positions = new Positions(batch, student, teacher);
        var scores = positions.CutSquare(student);
        return positions.AveragePairs((scores - positions.CutSquare(teacher).to(scores.dtype)).square().mean([1]));
    }

    private Tensor OfStates(LossBatch batch, Tensor student, Tensor teacher)
    {
        var positions = new Positions(batch, student, teacher);
        var states = positions.Cut(student);
        if (_projection is not null) states = _projection.call(states);
        return positions.Average((states - positions.Cut(teacher).to(states.dtype)).square().mean([2]));
    }

    // hidden.0 is the embeddings, hidden.k + 1 what layer k gives.
    private static IEnumerable<(string Student, string Teacher)> Signals(TinybertSettings settings)
    {
        if (settings.Hidden > 0) yield return (SignalNames.Hidden(0), SignalNames.Hidden(0));
        foreach (var (student, teacher) in settings.Layers.Index())
        {
            if (settings.Attention > 0) yield return (SignalNames.AttentionScores(student), SignalNames.AttentionScores(teacher));
            if (settings.Hidden > 0) yield return (SignalNames.Hidden(student + 1), SignalNames.Hidden(teacher + 1));
        }
    }
}
