using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Asks the averager for the average of what it has watched, and stores the student with it.</summary>
internal static class AverageStage
{
    public static string Run(StageWork work)
    {
        using var quiet = torch.no_grad();
        var student = work.Results.OpenStudent("distill");
        var averager = work.Parts.Averager!;
        StateFile.Read(work.Results.Artifact("distill").File(DistillStage.AveragerFile), averager);
        averager.WriteTo(student);
        NetworkFile.Write(work.NetworkFile("student"), student, work.Parts.ModelOf("distill"), work.Results.Classes);
        return NetworkSize.Describe([student]);
    }
}
