using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>What a stage tells while it runs; in a process of its own it tells it over a pipe.</summary>
internal interface IStageEvents
{
    /// <summary>For words of plugins and host.</summary>
    ILogger Log { get; }

    /// <summary>It has come further.</summary>
    void Step(string stage, StageStep step);

    /// <summary>A plugin prints a line, in a process of its own.</summary>
    void Prints(string line);

    /// <summary>It keeps a number: one line of <c>metrics.jsonl</c>.</summary>
    void Metric(string line);
}
