namespace PluginKd.Teachers.Tests;

public sealed class BestOfTeacherConformance : KdConformance<BestOfTeacher>
{
    protected override object[] Settings =>
    [
        new BestOfTeacherSettings { Candidates = [Trained("slow", 0.0001), Trained("fast", 0.1)] },
        new BestOfTeacherSettings { Candidates = [Trained("trained", 0.01), new() { Name = "read", Teacher = new CheckpointTeacher(new() { Model = new TinyModel(), Path = "tiny.safetensors" }) }] },
    ];

    protected override Dictionary<string, TestFile> Files => new() { ["tiny.safetensors"] = TinyCheckpoint.Text };

    private static NamedTeacher Trained(string name, double rate) =>
        new() { Name = name, Teacher = new TrainedTeacher(new() { Model = new TinyModel(), Steps = 3, BatchSize = 8, Optimizer = new() { LearningRate = rate } }) };
}
