namespace PluginKd.Teachers.Tests;

public sealed class PreviousTeacherConformance : KdConformance<PreviousTeacher>
{
    protected override object[] Settings => [new PreviousTeacherSettings { Model = new TinyModel(), Run = "runs/1-tiny" }];

    protected override Dictionary<string, TestFile> Files => new() { ["runs/1-tiny/student.safetensors"] = TinyCheckpoint.OfRun };
}
