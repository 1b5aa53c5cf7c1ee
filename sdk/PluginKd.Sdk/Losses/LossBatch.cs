namespace PluginKd.Sdk;

/// <summary>One mini-batch as a loss sees it: N examples, C classes.</summary>
/// <remarks>Where tokens have labels and not examples, N counts the tokens of all sequences of the batch: labels, class scores, weights and indices have
/// a row for each, one behind the other and without padding. Other signals keep the shape that the network gave them.</remarks>
public sealed class LossBatch
{
    /// <summary>The student's signals, with gradients.</summary>
    public required Signals Student { get; init; }

    /// <summary>Signals of each named teacher; empty when the pipeline has none. Online methods hand over signals that carry a gradient: a loss detaches them.</summary>
    public IReadOnlyDictionary<string, Signals> Teachers { get; init; } = new Dictionary<string, Signals>();

    /// <summary>Signals of the only teacher, or of the first.</summary>
    /// <exception cref="InvalidOperationException">There is no teacher.</exception>
    public Signals Teacher => Teachers.Count > 0 ? Teachers.Values.First()
        : throw new InvalidOperationException("This loss reads a teacher's signals, and the batch has none: declare them in Needs.");

    /// <summary>Labels, int64 [N], −1 where there is none.</summary>
    public required Tensor Labels { get; init; }

    /// <summary>Whether every example of the training data has a label, known without looking at the batch.</summary>
    public required bool AllLabelled { get; init; }

    /// <summary>Stable numbers of the examples, int64 [N]; gathered when somebody asks.</summary>
    public Tensor Indices => GatherIndices();

    /// <summary>Gathers <see cref="Indices"/>.</summary>
    public required Func<Tensor> GatherIndices { get; init; }

    /// <summary>Weights of the examples, float32 [N], no unit; null means 1 each.</summary>
    public Tensor? Weights { get; init; }

    /// <summary>Epoch and step, for schedules.</summary>
    public Moment Moment { get; init; }

    /// <summary>Runs the student once more on the same batch, with other dropout.</summary>
    public required Func<Signals> StudentAgain { get; init; }

    /// <summary>Averages a value of each example, by the weights when there are any.</summary>
    /// <param name="perExample">[N].</param>
    /// <returns>Scalar: Σ w·x / Σ w; zero for no example, or for none with a weight.</returns>
    public Tensor Average(Tensor perExample) =>
        Weights is not null ? (perExample * Weights).sum() / Weights.sum().clamp_min(1e-12)
        // The mean of nothing is not a number, and one such batch would ruin all weights.
        : perExample.numel() == 0 ? perExample.sum()
        : perExample.mean();
}
