using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Hosting.Tests;

/// <summary>What a stage writes, and what becomes of one that does not stop.</summary>
public class StageLifeTests
{
    private static readonly string[] Short = ["teacher.epochs=1", "distill.epochs=1"];

    [Fact]
    public void Artifacts_stay_with_the_run_and_scratch_does_not()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, [.. Short, "evaluate.0.use=writes"]);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(result.Folder, "evaluate", "notes.txt")));
        Assert.Equal(["evaluate"], Directory.EnumerateDirectories(result.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_stage_that_fails_leaves_nothing_of_what_it_wrote()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, [.. Short, "evaluate.0.use=writes", "evaluate.0.fails=true"]));
        Assert.Contains("InvalidOperationException: after writing", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).Single()));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Stores.Of(folder), "work")));
    }

    [Fact]
    public void A_stage_that_goes_on_after_the_wish_to_stop_is_named()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var watcher = new StoppingWatcher(stop);
        using var loader = new PluginLoader();
        var plan = PipelinePlan.Check(Pipelines.File(folder, Pipelines.Tiny, [.. Short, "evaluate.0.use=stubborn"]), Pipelines.Catalog);
        var options = new RunOptions { ProjectFolder = folder.Path, Cancellation = stop.Token, Grace = TimeSpan.FromMilliseconds(20) };

        Assert.ThrowsAny<OperationCanceledException>(() => new PipelineRunner(plan, loader, options, watcher).Run());

        Assert.Equal(["stage 'evaluate' (plugin 'stubborn') was asked to stop 0 s ago and goes on: it does not look at StageContext.Cancellation"], watcher.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../outside.txt")]
    [InlineData("a/b")]
    public void An_artifact_is_a_file_of_the_stage(string name)
    {
        using var folder = new TemporaryFolder();
        using var store = ArtifactStore.Open(folder.Path, NullLogger.Instance);
        using var work = store.Begin(new string('a', 64), "data", CancellationToken.None);
        Assert.ThrowsAny<ArgumentException>(() => new StageFiles(work).Artifact(name));
    }

    private sealed class StoppingWatcher(CancellationTokenSource stop) : CollectingWatcher, IRunWatcher
    {
        private readonly WordLog _log = new(stop);

        public List<string> Words => _log.Words;

        ILogger IRunWatcher.Log => _log;
    }

    private sealed class WordLog(CancellationTokenSource stop) : ILogger
    {
        public List<string> Words { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var word = formatter(state, exception);
            if (word == "here I stay") stop.Cancel();
            else Words.Add(word);
        }
    }
}
