using Microsoft.Extensions.Logging;

namespace PluginKd.Sdk;

/// <summary>Refuses entries of a file that cannot be used, or leaves them out, counts them and says so at the end.</summary>
/// <param name="onError">Which of the two.</param>
/// <param name="entries">What they are, such as <c>rows of 'train'</c>.</param>
/// <param name="log">Takes the report.</param>
public sealed partial class SkippedEntries(OnError onError, string entries, ILogger log)
{
    private const int MostShown = 20;

    private readonly List<string> _first = [];

    /// <summary>Entries left out so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes an entry that cannot be used.</summary>
    /// <param name="problem">What is wrong with it, and where.</param>
    /// <exception cref="UserErrorException">Such entries are refused.</exception>
    public void Add(UserErrorException problem)
    {
        if (onError == OnError.Refuse)
            throw new UserErrorException(problem.Found, problem.Expected, problem.Where, $"{problem.Fix}; or leave out what cannot be used: --set data.on-error=skip", problem.InnerException);
        if (++Count <= MostShown) _first.Add($"\n  {problem.Where}: {problem.Found}");
        else Further(log, problem.Where, problem.Found);
    }

    /// <summary>Says how many were left out, and which were the first of them; nothing when there are none.</summary>
    /// <param name="kept">Entries that were kept.</param>
    public void Report(int kept)
    {
        if (Count == 0) return;
        LeftOut(log, Count, Count + kept, entries, string.Concat(_first) + (Count > MostShown ? $"\n  and {Count - MostShown} more, which --verbose lists" : ""));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} of {All} {Entries} are left out:{First}")]
    private static partial void LeftOut(ILogger log, int count, int all, string entries, string first);

    [LoggerMessage(Level = LogLevel.Debug, Message = "left out {Where}: {Found}")]
    private static partial void Further(ILogger log, string where, string found);
}
