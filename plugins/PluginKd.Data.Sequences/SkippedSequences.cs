using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Sequences;

/// <summary>Refuses a sequence that cannot be read, or counts it and says so at the end.</summary>
/// <param name="onError">Which of the two.</param>
/// <param name="split">Name of the split.</param>
/// <param name="log">Takes the report.</param>
internal sealed partial class SkippedSequences(OnError onError, string split, ILogger log)
{
    private const int Shown = 20;

    private readonly List<string> _first = [];
    private int _count;

    /// <summary>Takes a sequence that cannot be read.</summary>
    /// <exception cref="UserErrorException">Such sequences are refused.</exception>
    public void Add(UserErrorException problem)
    {
        if (onError == OnError.Refuse) throw problem;
        if (++_count <= Shown) _first.Add($"{problem.Where}: {problem.Found}");
    }

    /// <summary>Says what was left out and what was mended.</summary>
    /// <param name="read">Sequences that were read.</param>
    /// <param name="repaired">Sequences among them whose tags their scheme does not allow.</param>
    public void Report(int read, int repaired)
    {
        if (_count > 0) LeftOut(log, _count, _count + read, split, string.Join("; ", _first) + (_count > Shown ? "; …" : ""));
        if (repaired > 0) Repaired(log, repaired, read, split);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{count} of {all} sequences of '{split}' are left out: {first}")]
    private static partial void LeftOut(ILogger log, int count, int all, string split, string first);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{count} of {all} sequences of '{split}' had tags that their scheme does not allow; their spans are taken as conlleval reads them")]
    private static partial void Repaired(ILogger log, int count, int all, string split);
}
