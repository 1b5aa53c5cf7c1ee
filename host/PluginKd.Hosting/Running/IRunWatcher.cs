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

    /// <summary>A stage that trains has come further; called at most ten times a second.</summary>
    /// <param name="stage">Such as <c>distill</c>.</param>
    /// <param name="step">Where it stands.</param>
    void Step(string stage, StageStep step);

    /// <summary>A plugin prints a line, in a process of its own; what is printed in this one goes to the console.</summary>
    /// <param name="line">The line.</param>
    void Prints(string line);

    /// <summary>A stage has ended well.</summary>
    /// <param name="stage">Such as <c>distill</c>.</param>
    /// <param name="elapsed">Time it took.</param>
    /// <param name="summary">What came of it, one line.</param>
    void StageEnds(string stage, TimeSpan elapsed, string summary);

    /// <summary>A stage does not run, because its result is in the store.</summary>
    /// <param name="stage">Such as <c>teacher</c>.</param>
    /// <param name="plugin">Ids of the plugins that made it.</param>
    /// <param name="took">Time that its making took.</param>
    /// <param name="summary">What came of it, one line.</param>
    void StageIsStored(string stage, string plugin, TimeSpan took, string summary);
}
