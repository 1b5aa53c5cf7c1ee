namespace PluginKd.Hosting;

/// <summary>Obtains the teachers and stores them.</summary>
internal static class TeacherStage
{
    public static string Run(StageWork work)
    {
        var teachers = work.Parts.Teacher!.Obtain(new TeacherContext(work.Stage, work.Data));
        foreach (var (name, network) in WellNamed(teachers)) NetworkFile.Write(work.NetworkFile(name), network, work.Parts.ModelOf("teacher"), work.Results.Classes);
        return $"{teachers.Count} teacher{(teachers.Count == 1 ? "" : "s")}: {NetworkSize.Describe(teachers.Values)}";
    }

    /// <summary>A teacher's name becomes a file name and a row of the results.</summary>
    private static IReadOnlyDictionary<string, Network> WellNamed(IReadOnlyDictionary<string, Network> teachers)
    {
        foreach (var name in teachers.Keys.Where(name => !SettingNames.IsId(name) || name is "student" or "baseline"))
            throw new InvalidOperationException($"a teacher is called '{name}'; names are lower-case-with-hyphens, and not student or baseline");
        return teachers;
    }
}
