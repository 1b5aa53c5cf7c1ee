namespace PluginKd.Sdk;

/// <summary>Keeps nothing: the work begins anew each time.</summary>
public sealed class NoCheckpoints : ICheckpoints, ICheckpoint
{
    private NoCheckpoints()
    {
    }

    /// <summary>The only one.</summary>
    public static NoCheckpoints Instance { get; } = new();

    /// <inheritdoc />
    public bool IsDue => false;

    /// <inheritdoc />
    public ICheckpoint Open(string name) => this;

    /// <inheritdoc />
    public CheckpointContent? Read() => null;

    /// <inheritdoc />
    public void Keep(CheckpointContent content)
    {
        // Nobody will ask for it.
    }
}
