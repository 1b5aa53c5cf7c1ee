namespace PluginKd.Sdk;

/// <summary>Where a long stage leaves off, so that after a kill at any moment it goes on and ends with the same bits.</summary>
public interface ICheckpoints
{
    /// <summary>Opens the checkpoint of one piece of work, such as a training run.</summary>
    /// <remarks>A name that was opened before in this stage gets a number, so that several runs of one stage keep apart.</remarks>
    /// <param name="name">Such as <c>training</c>, lower-case-with-hyphens.</param>
    ICheckpoint Open(string name);
}

/// <summary>The last checkpoint of one piece of work.</summary>
public interface ICheckpoint
{
    /// <summary>Whether it is time for the next one; cheap, asked after every step.</summary>
    bool IsDue { get; }

    /// <summary>Reads the last one, or gives null when the work begins.</summary>
    CheckpointContent? Read();

    /// <summary>Keeps a checkpoint in place of the last; it is on the disk when this returns.</summary>
    /// <param name="content">Read at once.</param>
    void Keep(CheckpointContent content);
}

/// <summary>What it takes to go on.</summary>
/// <param name="Tensors">By name, on any device; read back on the CPU.</param>
/// <param name="Facts">Short texts by name, such as the step.</param>
public sealed record CheckpointContent(IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Facts);
