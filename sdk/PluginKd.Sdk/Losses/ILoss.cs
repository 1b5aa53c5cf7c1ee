namespace PluginKd.Sdk;

/// <summary>Says how far a student is from what it should learn (kind <c>loss</c>).</summary>
/// <remarks>Optional further interfaces: <see cref="IFittedLoss"/>, <see cref="IWideningLoss"/>, <see cref="ITrainedLoss"/>.</remarks>
public interface ILoss
{
    /// <summary>Signals that the loss reads, so that only these are computed or cached.</summary>
    LossNeeds Needs { get; }

    /// <summary>Computes the loss of a batch.</summary>
    /// <param name="batch">Signals of both sides, labels, weights.</param>
    /// <returns>
    /// A scalar tensor, the mean over the examples. Its gradient flows into the student's signals and never into the teacher's, whether these carry one or not: detach them.
    /// </returns>
    Tensor Evaluate(LossBatch batch);
}

/// <summary>What a loss reads.</summary>
/// <param name="Student">Signals of the student.</param>
/// <param name="Teacher">Signals of the teacher; empty when the loss has no use for one.</param>
/// <param name="Labels">Whether labels are read; examples without one are passed over.</param>
public sealed record LossNeeds(IReadOnlyList<string> Student, IReadOnlyList<string> Teacher, bool Labels = false)
{
    /// <summary>Whether each example is judged for itself; <see langword="false"/> for relations between the examples of a batch, whose value depends on who is in it.</summary>
    public bool IsPerExample { get; init; } = true;
}

/// <summary>A loss of a pipeline with its share in the total.</summary>
/// <param name="Id">Id of the plugin, for logs.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Weight">Factor, no unit.</param>
public sealed record WeightedLoss(string Id, ILoss Loss, Schedule Weight);
