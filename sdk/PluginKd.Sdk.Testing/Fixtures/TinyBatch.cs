namespace PluginKd.Sdk.Testing;

/// <summary>Puts a batch together for a test of a loss.</summary>
public static class TinyBatch
{
    /// <summary>Makes a batch of class scores.</summary>
    /// <param name="student">Logits [N, C]; ask for gradients before, where the test wants them.</param>
    /// <param name="teacher">Logits [N, C], or null for no teacher.</param>
    /// <param name="labels">N labels, −1 for none; null leaves every example without one.</param>
    /// <param name="weights">N weights, or null for 1 each.</param>
    public static LossBatch Of(Tensor student, Tensor? teacher = null, long[]? labels = null, float[]? weights = null) => Of(
        new Signals((SignalNames.Logits, student)), teacher is null ? null : new Signals((SignalNames.Logits, teacher)), student.size(0), labels, weights);

    /// <summary>Makes a batch of any signals.</summary>
    /// <param name="student">Signals of the student; the second pass, <see cref="LossBatch.StudentAgain"/>, gives the same.</param>
    /// <param name="teacher">Signals of the only teacher, called <c>teacher</c>, or null.</param>
    /// <param name="count">Number of examples, N.</param>
    /// <param name="labels">N labels, −1 for none; null leaves every example without one.</param>
    /// <param name="weights">N weights, or null for 1 each.</param>
    public static LossBatch Of(Signals student, Signals? teacher, long count, long[]? labels = null, float[]? weights = null) => new()
    {
        Student = student,
        Teachers = teacher is null ? new Dictionary<string, Signals>() : new() { ["teacher"] = teacher },
        Labels = labels is null ? full(count, Split.Unlabelled, dtype: int64) : tensor(labels),
        AllLabelled = labels?.Contains(Split.Unlabelled) == false,
        GatherIndices = () => arange(count),
        Weights = weights is null ? null : tensor(weights),
        Moment = new Moment(0, 1, 0, 1),
        StudentAgain = () => student,
    };
}
