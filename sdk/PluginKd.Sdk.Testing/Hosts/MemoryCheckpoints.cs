namespace PluginKd.Sdk.Testing;

/// <summary>Keeps checkpoints in memory, from one run of a stage to the next.</summary>
/// <param name="isDue">Whether it is always time for the next one; otherwise one is kept only at a wish to stop or an end.</param>
internal sealed class MemoryCheckpoints(bool isDue = false) : ICheckpoints
{
    private readonly Dictionary<string, CheckpointContent> _kept = [];
    private readonly Dictionary<string, int> _opened = [];

    /// <summary>Pieces of work that were opened since the stage began.</summary>
    public int Opened => _opened.Values.Sum();

    /// <summary>Whether the work of the stage before left something.</summary>
    public bool HasAny => _kept.Count > 0;

    /// <inheritdoc />
    public ICheckpoint Open(string name)
    {
        var number = _opened[name] = _opened.GetValueOrDefault(name) + 1;
        return new Checkpoint(this, $"{name}.{number}");
    }

    /// <summary>The stage begins once more.</summary>
    public void BeginAgain() => _opened.Clear();

    private sealed class Checkpoint(MemoryCheckpoints all, string name) : ICheckpoint
    {
        public bool IsDue => all.IsDue;

        public CheckpointContent? Read() => all._kept.TryGetValue(name, out var kept) ? Copy(kept, of => of) : null;

        public void Keep(CheckpointContent content) => all._kept[name] = Copy(content, of => of.DetachFromDisposeScope());

        private static CheckpointContent Copy(CheckpointContent content, Func<Tensor, Tensor> own) => new(
            content.Tensors.ToDictionary(t => t.Key, t => own(t.Value.detach().cpu().clone())), new Dictionary<string, string>(content.Facts));
    }

    private bool IsDue => isDue;
}
