namespace PluginKd.Sdk;

/// <summary>Calls something after each step, and keeps nothing.</summary>
/// <param name="listen">Called with the student and where the run stands.</param>
public sealed class StepListener(Action<TrainingStep> listen) : IStepObserver
{
    /// <inheritdoc />
    public void Observe(TrainingStep step) => listen(step);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    /// <inheritdoc />
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        // Nothing was kept.
    }
}
