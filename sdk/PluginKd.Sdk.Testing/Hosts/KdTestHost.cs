using Microsoft.Extensions.Logging;

namespace PluginKd.Sdk.Testing;

/// <summary>Stands in for the host in a test: a seed, a clock that stands still, a folder of its own, everything reported is kept.</summary>
/// <remarks>Its folders are gone when the host is disposed.</remarks>
public sealed class KdTestHost : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RecordedLog _log = new();
    private readonly RecordedProgress _progress;
    private readonly string _root = Directory.CreateTempSubdirectory("kd-test-").FullName;

    /// <summary>Makes the folder and the stage.</summary>
    /// <param name="seed">Seed of the stage.</param>
    /// <param name="stage">Name of the stage.</param>
    public KdTestHost(long seed = 1, string stage = "test")
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "pipeline")).FullName;
        _progress = new RecordedProgress(Cancel);
        Stage = new StageContext
        {
            Name = stage,
            StageSeed = seed,
            BaseFolder = Folder,
            Files = new TestFiles(Path.Combine(_root, "stage")),
            Log = _log,
            Progress = _progress,
            Clock = new StillClock(),
            Cancellation = _stop.Token,
        };
    }

    /// <summary>What plugins are handed.</summary>
    public StageContext Stage { get; internal set; }

    /// <summary>Folder that relative paths start from; empty at first.</summary>
    public string Folder { get; }

    /// <summary>What was logged, one line each: <c>Warning: …</c>.</summary>
    public IReadOnlyList<string> Logged => _log.Lines;

    /// <summary>Steps that were reported.</summary>
    public IReadOnlyList<ReportedStep> Steps => _progress.Steps;

    /// <summary>Numbers that were kept.</summary>
    public IReadOnlyList<ReportedMetric> Metrics => _progress.Metrics;

    /// <summary>When set, the wish to stop comes with this reported step, counted from 1.</summary>
    public int? CancelAtStep
    {
        get => _progress.CancelAtStep;
        set => _progress.CancelAtStep = value;
    }

    /// <summary>Time since the wish to stop; zero before.</summary>
    internal TimeSpan SinceCancel => _cancelled is { } at ? TimeProvider.System.GetElapsedTime(at) : TimeSpan.Zero;

    private long? _cancelled;

    /// <summary>Wishes to stop, as Ctrl-C does.</summary>
    public void Cancel()
    {
        _cancelled ??= TimeProvider.System.GetTimestamp();
        _stop.Cancel();
    }

    /// <summary>Writes a file into the folder.</summary>
    /// <param name="name">Relative path.</param>
    /// <param name="content">Bytes, or a text.</param>
    /// <returns>Absolute path.</returns>
    public string Write(string name, TestFile content)
    {
        var path = Stage.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content.Bytes);
        return path;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    // Beside the pipeline's folder, which stays as the person left it.
    private sealed class TestFiles(string folder) : IStageFiles
    {
        public string Scratch() => Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;

        public string Artifact(string name)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            return name == Path.GetFileName(name) ? Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "artifacts")).FullName, name)
                : throw new ArgumentException($"'{name}' is no file name", nameof(name));
        }
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }

    private sealed class RecordedLog : ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }
}
