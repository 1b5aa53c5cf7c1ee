namespace TestPlugins.Good;

/// <summary>Writes to both of its folders, as it may.</summary>
[KdPlugin("keeps-notes")]
public sealed class KeepsNotes : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        var draft = Path.Combine(context.Stage.Files.Scratch(), "draft.txt");
        File.WriteAllText(draft, context.Classes[0]);
        File.Copy(draft, context.Stage.Files.Artifact("notes.txt"), overwrite: true);
        return new Measurement([], []);
    }
}
