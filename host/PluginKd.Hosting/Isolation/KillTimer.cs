namespace PluginKd.Hosting;

/// <summary>Ends a process that goes on after the wish to stop.</summary>
internal sealed class KillTimer : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isOver;

    public KillTimer(RunOptions options, Action kill, Action tell) => _registration = options.Cancellation.Register(() =>
        _timer = options.Clock.CreateTimer(_ => Kill(kill, tell), null, options.Grace, Timeout.InfiniteTimeSpan));

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate) _isOver = true;
        _registration.Dispose();
        _timer?.Dispose();
    }

    private void Kill(Action kill, Action tell)
    {
        lock (_gate)
        {
            if (_isOver) return;
            tell();
            kill();
        }
    }
}
