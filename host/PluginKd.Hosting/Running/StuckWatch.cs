using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Names a stage that goes on after the wish to stop: it cannot be ended from outside, but whoever waits is told for whom.</summary>
internal sealed partial class StuckWatch : IDisposable
{
    private readonly RegisteredWaitHandle _wait;
    private ITimer? _timer;
    private volatile bool _isOver;

    // Not a callback of the token: those of the plugin come before it, and may be what does not return.
    public StuckWatch(RunOptions options, ILogger log, string stage, string plugin) => _wait = ThreadPool.RegisterWaitForSingleObject(options.Cancellation.WaitHandle,
        (_, _) => _timer = options.Clock.CreateTimer(_ => Name(log, stage, plugin, options.Grace), null, options.Grace, Timeout.InfiniteTimeSpan),
        null, Timeout.Infinite, executeOnlyOnce: true);

    /// <inheritdoc />
    public void Dispose()
    {
        _isOver = true;
        _wait.Unregister(null);
        _timer?.Dispose();
    }

    private void Name(ILogger log, string stage, string plugin, TimeSpan grace)
    {
        if (!_isOver) Stuck(log, stage, plugin, (int)grace.TotalSeconds);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "stage '{stage}' (plugin '{plugin}') was asked to stop {seconds} s ago and goes on: it does not look at StageContext.Cancellation")]
    private static partial void Stuck(ILogger log, string stage, string plugin, int seconds);
}
