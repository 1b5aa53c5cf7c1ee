using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Images;

/// <summary>Meets what cannot be used: ends the run, or counts it and goes on.</summary>
/// <param name="rule">Which of both.</param>
/// <param name="log">Where the count and the first of them go.</param>
internal sealed partial class Faults(BadFiles rule, ILogger log)
{
    private const int Shown = 5;

    private readonly List<UserErrorException> _first = [];
    private int _count;

    /// <summary>Takes an entry that cannot be used.</summary>
    /// <exception cref="UserErrorException">Such entries are refused.</exception>
    public void Meet(UserErrorException problem)
    {
        if (rule == BadFiles.Refuse) throw problem;
        if (++_count <= Shown) _first.Add(problem);
    }

    /// <summary>Says how many entries were left out, and names the first.</summary>
    public void Tell()
    {
        if (_count == 0) return;
        LeftOut(log, _count, string.Join("; ", _first.Select(problem => $"{problem.Where}: {problem.Found}")) + (_count > Shown ? "; …" : ""));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{count} entries are left out: {first}")]
    private static partial void LeftOut(ILogger log, int count, string first);
}
