namespace PluginKd.Teachers.Tests;

public sealed class EnsembleTeacherConformance : KdConformance<EnsembleTeacher>
{
    protected override object[] Settings =>
    [
        new EnsembleTeacherSettings { Members = [Trained("first"), Trained("second")] },
        new EnsembleTeacherSettings { Members = [Trained("trained"), new() { Name = "read", Teacher = new CheckpointTeacher(new() { Model = new TinyModel(), Path = "tiny.safetensors" }), Weight = 2 }], Mean = EnsembleMean.Logits },
    ];

    protected override Dictionary<string, TestFile> Files => new() { ["tiny.safetensors"] = TinyCheckpoint.Text };

    private static EnsembleMember Trained(string name) => new() { Name = name, Teacher = new TrainedTeacher(new() { Model = new TinyModel(), Steps = 3, BatchSize = 8 }) };
}
