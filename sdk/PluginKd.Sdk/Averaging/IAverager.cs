namespace PluginKd.Sdk;

/// <summary>Averages the student's weights along its training (kind <c>average</c>).</summary>
/// <remarks>Two verbs, because what is seen step by step is asked for once, at the end. One instance for each training run.
/// Both verbs run without gradients, <see cref="IStepObserver.Observe"/> inside the dispose scope of the step: what is kept is detached
/// from it (<c>DetachFromDisposeScope</c>). The average may be asked for in another process than the one that observed: all that it
/// needs is in <see cref="IKeepsState.SaveState"/>.</remarks>
public interface IAverager : IStepObserver
{
    /// <summary>Replaces the weights of the trained student by the average.</summary>
    /// <param name="student">The student after its last step.</param>
    void WriteTo(Network student);
}
