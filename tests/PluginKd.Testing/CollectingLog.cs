using Microsoft.Extensions.Logging;

namespace PluginKd.Testing;

/// <summary>Keeps the words of a log.</summary>
/// <param name="words">Where they go; null makes a list.</param>
public sealed class CollectingLog(List<string>? words = null) : ILogger
{
    /// <summary>The words, in order.</summary>
    public IList<string> Words { get; } = words ?? [];

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Words.Add(formatter(state, exception));
}
