using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Ranking;

/// <summary>What to do with a line, a document or a judgement that cannot be used.</summary>
public enum FaultRule
{
    /// <summary>The first one ends the run.</summary>
    Refuse,

    /// <summary>They are left out; how many, and which, stands in the log.</summary>
    Skip,
}

/// <summary>Meets what cannot be used: ends the run, or counts it and goes on.</summary>
/// <param name="rule">Which of both.</param>
/// <param name="log">Where the count and the first of them go.</param>
internal sealed class Faults(FaultRule rule, ILogger log)
{
    private const int MostListed = 20;

    private readonly List<string> _first = [];

    /// <summary>Entries left out so far.</summary>
    public int Count { get; private set; }

    /// <summary>Tells of an entry that cannot be used.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was needed.</param>
    /// <param name="where">File, line, column.</param>
    /// <param name="fix">What to mend.</param>
    /// <exception cref="UserErrorException">Faults are refused.</exception>
    public void Meet(string found, string expected, string where, string fix = "mend the file")
    {
        if (rule == FaultRule.Refuse) throw new UserErrorException(found, expected, where, $"{fix}, or leave such entries out: --set data.on-error=skip");
        Count++;
        if (_first.Count < MostListed) _first.Add($"{where}: {found}");
    }

    /// <summary>Writes the count and the first entries to the log, if there are any.</summary>
    public void Tell()
    {
        if (Count == 0) return;
        var listed = string.Join("\n  ", _first);
        Words.LeftOut(log, Count, _first.Count, listed);
    }
}
