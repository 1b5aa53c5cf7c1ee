namespace PluginKd.Sdk;

/// <summary>Receives what a stage wants shown or kept: steps for the progress line, numbers for <c>metrics.jsonl</c>.</summary>
public interface IStageProgress
{
    /// <summary>Reports one finished step. Cheap: the host shows at most ten a second and reads the loss only then.</summary>
    /// <remarks>Steps only go forward: a stage of several phases counts them through, and its total is the sum of theirs.</remarks>
    /// <param name="step">Valid during the call only.</param>
    void Step(in StepReport step);

    /// <summary>Keeps a number of this stage, such as the mean loss of an epoch.</summary>
    /// <param name="name">Name with its unit if it has one, such as <c>loss</c> or <c>time-s</c>.</param>
    /// <param name="value">Any number; one that is not finite stops nothing here.</param>
    /// <param name="step">Steps done so far.</param>
    void Metric(string name, double value, long step);
}

/// <summary>Where a training run stands after a step.</summary>
/// <param name="Moment">Epoch and step.</param>
/// <param name="Examples">Examples in the step.</param>
/// <param name="Loss">Scalar, alive during the call only; reading it may wait for the device.</param>
public readonly record struct StepReport(Moment Moment, long Examples, Tensor Loss);
