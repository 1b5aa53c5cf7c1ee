using Microsoft.Extensions.Logging;

namespace PluginKd.Sdk.Testing.Tests;

public class KdTestHostTests
{
    [Fact]
    public void The_folder_is_there_and_gone_afterwards()
    {
        string folder;
        using (var host = new KdTestHost())
        {
            folder = host.Folder;
            Assert.Equal(host.Write("data/a.txt", "a"), host.Stage.PathOf("data/a.txt"));
            Assert.True(File.Exists(Path.Combine(folder, "data", "a.txt")));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void What_is_logged_and_reported_is_kept()
    {
        using var host = new KdTestHost();
        using var loss = torch.tensor(0.5f);
        host.Stage.Log.Log(LogLevel.Warning, default, 3, null, (count, _) => $"{count} rows are empty");
        host.Stage.Progress.Step(new StepReport(new Moment(0, 1, 1, 2), 4, loss));
        host.Stage.Progress.Metric("loss", 0.25, 2);

        Assert.Equal(["Warning: 3 rows are empty"], host.Logged);
        Assert.Equal([new ReportedStep(new Moment(0, 1, 1, 2), 4, 0.5)], host.Steps);
        Assert.Equal([new ReportedMetric("loss", 0.25, 2)], host.Metrics);
    }

    [Fact]
    public void The_clock_stands_still() => WithHost(host => Assert.Equal(host.Stage.Clock.GetUtcNow(), host.Stage.Clock.GetUtcNow()));

    [Fact]
    public void The_same_seed_draws_the_same_numbers()
    {
        static ulong First(long seed)
        {
            using var host = new KdTestHost(seed);
            return host.Stage.Random("order").NextBits();
        }

        Assert.Equal(First(7), First(7));
        Assert.NotEqual(First(7), First(8));
    }

    [Fact]
    public void The_wish_to_stop_comes_when_it_was_ordered() => WithHost(host =>
    {
        using var loss = torch.tensor(1f);
        host.CancelAtStep = 2;
        host.Stage.Progress.Step(new StepReport(new Moment(0, 1, 1, 2), 1, loss));
        Assert.False(host.Stage.Cancellation.IsCancellationRequested);
        host.Stage.Progress.Step(new StepReport(new Moment(0, 1, 2, 2), 1, loss));
        Assert.True(host.Stage.Cancellation.IsCancellationRequested);
    });

    private static void WithHost(Action<KdTestHost> use)
    {
        using var host = new KdTestHost();
        use(host);
    }
}
