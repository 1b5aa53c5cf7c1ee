namespace PluginKd.Sdk.Tests;

/// <summary>Keeps the last checkpoint in memory, copied as a file would copy it.</summary>
internal sealed class KeptCheckpoint : ICheckpoints, ICheckpoint
{
    private CheckpointContent? _last;

    public bool IsDue => false;

    public ICheckpoint Open(string name) => this;

    public CheckpointContent? Read() => _last;

    public void Keep(CheckpointContent content) => _last = new CheckpointContent(
        content.Tensors.ToDictionary(t => t.Key, t => t.Value.detach().clone().DetachFromDisposeScope()), new Dictionary<string, string>(content.Facts));
}
