using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Names a stage that goes on after the wish to stop: it cannot be ended from outside, but whoever waits is told for whom.</summary>
internal sealed partial class StuckWatch : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private ITimer? _timer;

    public StuckWatch(RunOptions options, ILogger log, string stage, string plugin) => _registration = options.Cancellation.Register(() =>
        _timer = options.Clock.CreateTimer(_ => Stuck(log, stage, plugin, (int)options.Grace.TotalSeconds), null, options.Grace, Timeout.InfiniteTimeSpan));

    /// <inheritdoc />
    public void Dispose()
    {
        _registration.Dispose();
        _timer?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "stage '{stage}' (plugin '{plugin}') was asked to stop {seconds} s ago and goes on: it does not look at StageContext.Cancellation")]
    private static partial void Stuck(ILogger log, string stage, string plugin, int seconds);
}
