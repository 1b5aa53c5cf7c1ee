namespace PluginKd.Teachers.Tests;

public sealed class TorchScriptTeacherConformance : KdConformance<TorchScriptTeacher>
{
    private static string Script => Path.Combine(AppContext.BaseDirectory, "scripts", "pair.pt");

    protected override object[] Settings => [new TorchScriptTeacherSettings { Path = Script, Logits = 1 }, new TorchScriptTeacherSettings { Path = Script, Logits = 1, Embedding = 0 }];
}
