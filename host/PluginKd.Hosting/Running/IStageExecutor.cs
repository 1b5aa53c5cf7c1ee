namespace PluginKd.Hosting;

/// <summary>Makes the result of one stage: here, or in a process of its own.</summary>
internal interface IStageExecutor
{
    /// <summary>Makes the result and puts it into the store.</summary>
    /// <param name="node">The stage; the results of its inputs are there.</param>
    /// <param name="events">Takes what it tells.</param>
    /// <returns>The result, and whether it was made here: while this run waited for its turn, another may have made it.</returns>
    (Artifact Result, bool IsMade) Run(StageNode node, IStageEvents events);
}
