namespace PluginKd.Hosting;

/// <summary>What a caller decides about a run beside its pipeline.</summary>
public sealed record RunOptions
{
    /// <summary>Folder in which <c>.kd</c> lies: runs and store.</summary>
    public string ProjectFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Device name, such as <c>cpu</c> or <c>cuda</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Whether every stage runs, whatever is in the store; nothing of it goes there.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The only clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a stage may go on after the wish to stop before it is named.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between two checkpoints of a stage.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How a process of its own is started for each stage; null runs the stages in this one.</summary>
    public StageProcess? Isolation { get; init; }

    /// <summary>The wish to stop.</summary>
    public CancellationToken Cancellation { get; init; }
}
