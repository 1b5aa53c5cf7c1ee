namespace PluginKd.Tool;

/// <summary>Turns the first Ctrl-C into a wish to stop; the second ends the process at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    // What is on the screen, not what plugins may have been given instead.
    private readonly TextWriter _screen = Console.Error;

    public StopSignal() => Console.CancelKeyPress += OnKey;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnKey;
        _source.Dispose();
    }

    private void OnKey(object? sender, ConsoleCancelEventArgs e)
    {
        if (_source.IsCancellationRequested) return;
        e.Cancel = true;
        _screen.WriteLine("\nstopping after this batch (Ctrl-C again ends at once)");
        // Not on this thread: what plugins do at the wish to stop may throw, or take for ever.
        _ = _source.CancelAsync();
    }
}
