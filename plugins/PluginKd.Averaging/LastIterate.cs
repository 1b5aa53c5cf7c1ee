namespace PluginKd.Averaging;

/// <summary>No average: the student stays as its last step left it.</summary>
/// <remarks>It is here so that a pipeline can say so, and be compared with one that averages.</remarks>
[KdPlugin("last")]
public sealed class LastIterate : IAverager
{
    /// <inheritdoc />
    public void Observe(TrainingStep step)
    {
        // Nothing is added up.
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    /// <inheritdoc />
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        // Nothing was kept.
    }

    /// <inheritdoc />
    public void WriteTo(Network student)
    {
        // The last weights are the student's already.
    }
}
