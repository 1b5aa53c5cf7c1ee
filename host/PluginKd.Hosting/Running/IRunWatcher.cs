using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Watches a run: the console, a test, another program.</summary>
public interface IRunWatcher
{
    /// <summary>For words of plugins and host.</summary>
    ILogger Log { get; }

    /// <summary>A stage begins.</summary>
    /// <param name="stage">Such as <c>teacher</c>.</param>
    /// <param name="plugin">Ids of the plugins at work.</param>
    void StageStarts(string stage, string plugin);

    /// <summary>A step was done; called for every step, so this returns at once when nothing is to be shown.</summary>
    /// <param name="stage">Such as <c>distill</c>.</param>
    /// <param name="step">Valid during the call only.</param>
    void Step(string stage, in StepReport step);

    /// <summary>A stage has ended well.</summary>
    /// <param name="stage">Such as <c>distill</c>.</param>
    /// <param name="elapsed">Time it took.</param>
    /// <param name="summary">What came of it, one line.</param>
    void StageEnds(string stage, TimeSpan elapsed, string summary);
}
