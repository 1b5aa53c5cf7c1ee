using Microsoft.Extensions.Logging;

namespace PluginKd.Tool.Display;

/// <summary>Shows what plugins say: warnings always, the rest with <c>--verbose</c>.</summary>
internal sealed class TerminalLog(bool verbose) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= (verbose ? LogLevel.Debug : LogLevel.Warning);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        Terminal.Out.WriteLine($"{(logLevel >= LogLevel.Warning ? "warning: " : "")}{formatter(state, exception)}");
        if (verbose && exception is not null) Terminal.Out.WriteLine(exception.ToString());
    }
}
