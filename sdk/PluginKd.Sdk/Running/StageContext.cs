using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Sdk;

/// <summary>Everything a stage may reach outside itself: randomness, time, log, progress, folders, device, the wish to stop.</summary>
/// <remarks>Nothing else is used, so that a run can be repeated: no wall clock, no unseeded random, no console, no other folder.</remarks>
public sealed record StageContext
{
    /// <summary>Name of the stage in the pipeline, such as <c>teacher</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Seed of this stage, derived from the run's seed and the stage's name.</summary>
    public required long StageSeed { get; init; }

    /// <summary>Folder that relative paths of the pipeline start from.</summary>
    public string BaseFolder { get; init; } = ".";

    /// <summary>Where tensors and networks live.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>For words to the person who watches.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>For steps and numbers.</summary>
    public IStageProgress Progress { get; init; } = NoProgress.Instance;

    /// <summary>Where the stage writes.</summary>
    public IStageFiles Files { get; init; } = NoFiles.Instance;

    /// <summary>Where a long stage leaves off, to go on after a kill.</summary>
    public ICheckpoints Checkpoints { get; init; } = NoCheckpoints.Instance;

    /// <summary>Whether this is the dry run before the long work: one step on few examples, nothing of which is kept.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The only clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Observed at least once a mini-batch.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives the seed for one purpose of this stage.</summary>
    /// <param name="purpose">Such as <c>order/3</c>; every purpose has its own stream.</param>
    public long Seed(string purpose) => Seeds.Derive(StageSeed, purpose);

    /// <summary>Gives a generator for one purpose of this stage.</summary>
    /// <param name="purpose">Such as <c>split</c>.</param>
    public SeededRandom Random(string purpose) => new(Seed(purpose));

    /// <summary>Starts libtorch's generator anew for one purpose: initial weights, dropout.</summary>
    /// <param name="purpose">Such as <c>initial-weights</c>.</param>
    public void SeedTensors(string purpose) => manual_seed(Seed(purpose)).Dispose();

    /// <summary>Makes a path of the pipeline file absolute.</summary>
    /// <param name="path">Relative to the pipeline file, or absolute.</param>
    public string PathOf(string path) => Path.GetFullPath(Path.Combine(BaseFolder, path));

    private sealed class NoFiles : IStageFiles
    {
        public static readonly NoFiles Instance = new();

        public string Scratch() => throw new InvalidOperationException("this context was made without folders; set its Files");

        public string Artifact(string name) => Scratch();
    }

    private sealed class NoProgress : IStageProgress
    {
        public static readonly NoProgress Instance = new();

        public void Step(in StepReport step)
        {
            // Nobody watches.
        }

        public void Metric(string name, double value, long step)
        {
            // Nobody keeps it.
        }
    }
}
