using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Text;

/// <summary>Refuses a row that cannot be read, or counts it and says so at the end.</summary>
/// <param name="onError">Which of the two.</param>
/// <param name="split">Name of the split.</param>
/// <param name="log">Takes the report.</param>
internal sealed partial class SkippedRows(OnError onError, string split, ILogger log)
{
    private const int Shown = 5;

    private readonly List<UserErrorException> _first = [];
    private int _count;

    /// <summary>Takes a row that cannot be read.</summary>
    /// <exception cref="UserErrorException">Such rows are refused.</exception>
    public void Add(UserErrorException problem)
    {
        if (onError == OnError.Refuse) throw problem;
        if (++_count <= Shown) _first.Add(problem);
    }

    /// <summary>Says what was left out.</summary>
    /// <param name="read">Rows that were read.</param>
    public void Report(int read)
    {
        if (_count == 0) return;
        LeftOut(log, _count, _count + read, split, string.Join("; ", _first.Select(problem => $"{problem.Where}: {problem.Found}")) + (_count > Shown ? "; …" : ""));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{count} of {all} rows of '{split}' are left out: {first}")]
    private static partial void LeftOut(ILogger log, int count, int all, string split, string first);
}
