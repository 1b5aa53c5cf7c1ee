namespace PluginKd.Hosting.Tests;

/// <summary>Runs by a clock that goes back and forth by hours: no number of a result comes from the clock.</summary>
public class JumpingClockTests
{
    [Fact]
    public void A_clock_that_jumps_changes_no_bit_and_stops_nothing()
    {
        using var folder = new TemporaryFolder();
        using var steady = new TemporaryFolder();
        using var loader = new PluginLoader();
        var clock = new JumpingClock();
        RunResult Run(string change) => new PipelineRunner(PipelinePlan.Check(Pipelines.File(folder, Pipelines.Tiny, change), Pipelines.Catalog), loader,
            new RunOptions { ProjectFolder = folder.Path, Clock = clock, CheckpointEvery = TimeSpan.FromMinutes(1) }, new CollectingWatcher()).Run();

        Assert.Equal(Stores.Student(Pipelines.Run(steady, Pipelines.Tiny, "seed=3")), Stores.Student(Run("seed=3")));
        Assert.True(clock.WentBack > 100);
        Stores.RequireValid(folder);
        // What was made in the future is found as well.
        Assert.Equal(Stores.Student(Pipelines.Run(steady, Pipelines.Tiny, "seed=3")), Stores.Student(Run("seed=3")));
        Run("seed=4");
        Stores.RequireValid(folder);
    }

    private sealed class JumpingClock : TimeProvider
    {
        private readonly SeededRandom _random = new(7);
        private long _last;

        public int WentBack { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

        public override long GetTimestamp()
        {
            var now = TimeSpan.FromDays(20_000).Ticks + (long)(TimeSpan.FromHours(4).Ticks * _random.NextDouble());
            if (now < _last) WentBack++;
            return _last = now;
        }
    }
}
