using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Lets an averager see the steps of another stage: without gradients, so that a plain sum of weights builds no graph, and under its own name when it fails.</summary>
internal sealed class WatchedAverager(IAverager averager, string plugin) : IStepObserver
{
    /// <inheritdoc />
    public void Observe(TrainingStep step)
    {
        StageRunner.Guard(plugin, "stage 'distill', after a step", () =>
        {
            using var quiet = torch.no_grad();
            averager.Observe(step);
            return true;
        });
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, torch.Tensor> SaveState() => StageRunner.Guard(plugin, "stage 'distill', at a checkpoint", averager.SaveState);

    /// <inheritdoc />
    public void LoadState(IReadOnlyDictionary<string, torch.Tensor> state) => StageRunner.Guard(plugin, "stage 'distill', going on from a checkpoint", () =>
    {
        using var quiet = torch.no_grad();
        averager.LoadState(state);
        return true;
    });
}
