using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting.Tests;

/// <summary>Keeps the words of a run.</summary>
internal sealed class CollectingLog(List<string>? words = null) : ILogger
{
    public List<string> Words { get; } = words ?? [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Words.Add(formatter(state, exception));
}

/// <summary>Keeps the words of a run beside all else that it reports.</summary>
internal class ListeningWatcher : CollectingWatcher, IRunWatcher
{
    private readonly CollectingLog _log = new();

    public List<string> Words => _log.Words;

    ILogger IRunWatcher.Log => _log;
}
