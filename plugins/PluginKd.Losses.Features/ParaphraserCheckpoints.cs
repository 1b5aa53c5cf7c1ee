namespace PluginKd.Losses.Features;

/// <summary>Keeps a paraphraser's checkpoints apart from the student's.</summary>
/// <param name="stage">Checkpoints of the stage.</param>
internal sealed class ParaphraserCheckpoints(ICheckpoints stage) : ICheckpoints
{
    /// <inheritdoc />
    public ICheckpoint Open(string name) => stage.Open($"paraphraser-{name}");
}
