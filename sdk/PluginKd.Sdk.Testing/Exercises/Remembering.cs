namespace PluginKd.Sdk.Testing;

/// <summary>A plugin that changes from step to step, with what it takes to let it go on elsewhere.</summary>
internal abstract class Remembering : IDisposable
{
    /// <summary>Steps of a whole run.</summary>
    public const int Steps = 4;

    /// <summary>Goes through some steps, at the last one to the end, and notes what it gave.</summary>
    public abstract Fingerprint Go(int from, int to = Steps);

    /// <summary>Copies of everything that a checkpoint would hold of it.</summary>
    public IReadOnlyDictionary<string, Tensor> Save()
    {
        // As checkpoints do: read at once, in a scope of their own.
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return State().ToDictionary(s => s.Key, s => s.Value.detach().cpu().clone().MoveToOuterDisposeScope());
    }

    /// <summary>Goes on from such copies.</summary>
    public void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        Restore(state);
    }

    public abstract void Dispose();

    protected abstract IReadOnlyDictionary<string, Tensor> State();

    protected abstract void Restore(IReadOnlyDictionary<string, Tensor> state);
}
