namespace PluginKd.Sdk;

/// <summary>Averages the student's weights along its training (kind <c>average</c>).</summary>
/// <remarks>Two verbs, because what is seen step by step is asked for once, at the end. One instance for each training run.
/// Both verbs run without gradients, <see cref="Observe"/> inside the dispose scope of the step: what is kept is detached from it
/// (<c>DetachFromDisposeScope</c>).</remarks>
public interface IAverager
{
    /// <summary>Looks at the student after an optimiser step.</summary>
    /// <param name="step">The student, not to be changed or kept, and where the run stands.</param>
    void Observe(TrainingStep step);

    /// <summary>Replaces the weights of the trained student by the average.</summary>
    /// <param name="student">The student after its last step.</param>
    void Forget(); void WriteTo(Network student);
}
