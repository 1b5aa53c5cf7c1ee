namespace PluginKd.Teachers.Tests;

public sealed class CheckpointTeacherConformance : KdConformance<CheckpointTeacher>
{
    protected override object[] Settings => [new CheckpointTeacherSettings { Model = new TinyModel(), Path = "tiny.safetensors" }];

    protected override Dictionary<string, TestFile> Files => new() { ["tiny.safetensors"] = TinyCheckpoint.Text };
}
