namespace PluginKd.Hosting;

/// <summary>Trains a student, watched by the averager, and stores both; sees to it that no teacher was changed.</summary>
internal static class DistillStage
{
    /// <summary>What the averager gathered.</summary>
    public const string AveragerFile = "averager.safetensors";

    public static string Run(StageWork work)
    {
        var averager = work.Parts.Averager is { } own ? new WatchedAverager(own, work.Parts.Names("average")) : null;
        var student = Distill(work, work.Parts.Distiller, averager, work.Node.Inputs.Contains("teacher"));
        NetworkFile.Write(work.NetworkFile("student"), student, work.Parts.ModelOf("distill"), work.Results.Classes);
        if (averager is not null) StateFile.Write(work.Files.File(AveragerFile), averager);
        return NetworkSize.Describe([student]);
    }

    public static string RunBaseline(StageWork work)
    {
        var student = Distill(work, work.Parts.Baseline!, null, work.Node.Inputs.Contains("teacher"));
        NetworkFile.Write(work.NetworkFile("baseline"), student, work.Parts.ModelOf("baseline"), work.Results.Classes);
        return NetworkSize.Describe([student]);
    }

    private static Network Distill(StageWork work, IDistiller distiller, IStepObserver? observer, bool hasTeacher)
    {
        var teachers = hasTeacher ? work.Results.Teachers : new Dictionary<string, Network>();
        var before = teachers.ToDictionary(t => t.Key, t => WeightHash.Of(t.Value));
        var student = distiller.Distill(new DistillContext(work.Stage, work.Data, teachers, work.Signals) { Observer = observer });
        foreach (var (name, network) in teachers)
        {
            if (WeightHash.Of(network) != before[name])
                throw new InvalidOperationException($"the weights of the teacher '{name}' have moved while the student was trained; teachers are frozen");
        }

        return student;
    }
}
