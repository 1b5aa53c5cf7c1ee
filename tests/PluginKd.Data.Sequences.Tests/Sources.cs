using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Sequences.Tests;

/// <summary>Loads sources from files in a folder of the test's own.</summary>
public abstract class Sources : IDisposable
{
    private readonly Lines _log = new();

    protected TemporaryFolder Folder { get; } = new();

    protected string Log => string.Join('\n', _log.All);

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected DataBundle Load(IDataSource source, string? folder = null) => source.Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = folder ?? Folder.Path, Log = _log });

    protected UserErrorException Refused(IDataSource source) => Assert.Throws<UserErrorException>(() => Load(source));

    protected static string Words(Split split) => string.Join(" | ", ((TokenInputs)split.Inputs).Sequences.Select(words => string.Join(' ', words)));

    protected static string Tags(DataBundle data, string split) => string.Join(" | ", Enumerable.Range(0, data[split].Count)
        .Select(i => string.Join(' ', data[split].TokenLabels![i].ToArray().Select(label => label < 0 ? "?" : data.Classes[label]))));

    private sealed class Lines : ILogger
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Add(formatter(state, exception));
    }
}
