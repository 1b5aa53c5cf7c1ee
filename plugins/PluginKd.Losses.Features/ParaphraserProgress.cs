namespace PluginKd.Losses.Features;

/// <summary>Keeps a paraphraser's numbers under names of their own; its steps are none of the student's and are not shown.</summary>
/// <param name="stage">Progress of the stage.</param>
/// <param name="index">Place in the list of pairs.</param>
internal sealed class ParaphraserProgress(IStageProgress stage, int index) : IStageProgress
{
    /// <inheritdoc />
    public void Step(in StepReport step)
    {
        // The stage counts the student's steps.
    }

    /// <inheritdoc />
    public void Metric(string name, double value, long step) => stage.Metric($"paraphraser-{index}/{name}", value, step);
}
