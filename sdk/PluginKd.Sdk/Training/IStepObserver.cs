namespace PluginKd.Sdk;

/// <summary>Looks at a student after each optimiser step.</summary>
public interface IStepObserver : IKeepsState
{
    /// <summary>Looks at the student after an optimiser step.</summary>
    /// <param name="step">The student, not to be changed or kept, and where the run stands.</param>
    void Observe(TrainingStep step);
}
