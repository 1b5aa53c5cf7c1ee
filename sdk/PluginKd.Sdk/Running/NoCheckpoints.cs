namespace PluginKd.Sdk;

/// <summary>Keeps nothing: the work begins anew each time.</summary>
internal sealed class NoCheckpoints : ICheckpoints, ICheckpoint
{
    public static readonly NoCheckpoints Instance = new();

    public bool IsDue => false;

    public ICheckpoint Open(string name) => this;

    public CheckpointContent? Read() => null;

    public void Keep(CheckpointContent content)
    {
        // Nobody will ask for it.
    }
}
