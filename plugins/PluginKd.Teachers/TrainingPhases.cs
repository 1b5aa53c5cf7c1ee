namespace PluginKd.Teachers;

/// <summary>Makes one progress of several training runs: steps count through, and each run's numbers carry its name.</summary>
/// <remarks>How long later runs are is not known; each is taken to be as long as the one at work.</remarks>
/// <param name="stage">Progress of the stage.</param>
/// <param name="count">Number of runs.</param>
internal sealed class TrainingPhases(IStageProgress stage, int count)
{
    private long _done;
    private int _left = count;

    /// <summary>Begins the next run.</summary>
    /// <param name="name">Stands before the names of its numbers; empty leaves them as they are.</param>
    public IStageProgress Next(string name) => new Phase(this, stage, name.Length == 0 ? "" : name + "/", _done, _left--);

    private sealed class Phase(TrainingPhases all, IStageProgress stage, string prefix, long before, int left) : IStageProgress
    {
        public void Step(in StepReport step)
        {
            var moment = step.Moment;
            all._done = before + moment.Step;
            stage.Step(step with { Moment = moment with { Step = before + moment.Step, Steps = before + (moment.Steps * left) } });
        }

        // Shares of loss terms are of the stage, by their name.
        public void Metric(string name, double value, long step) => stage.Metric(prefix + name, value, before + step);
    }
}
