namespace PluginKd.Hosting;

/// <summary>Loads the data, looks for what would spoil every number later, and stores the splits.</summary>
internal static class DataStage
{
    public static string Run(StageWork work)
    {
        var loaded = work.Parts.Data.Load(work.Stage);
        RequireSomethingToMeasure(loaded);
        DataHealth.RequireEveryClass(loaded);
        var splits = TestLeaks.Apply(loaded.Splits, loaded.Splits.Where(split => split.Role == SplitRole.Test), work.Plan.Leaks, "data", work.Stage.Log);
        var data = new DataBundle(loaded.Classes, splits);
        BundleFiles.Write(work.Files, data.Classes, data.Splits);
        return $"{Describe(data.Splits)}; {data.Classes.Count} classes";
    }

    /// <summary>Names and sizes of splits.</summary>
    public static string Describe(IEnumerable<Split> splits) => string.Join(", ", splits.Select(s => $"{s.Name} {s.Count}"));

    private static void RequireSomethingToMeasure(DataBundle data)
    {
        if (EvaluateStage.SplitsToMeasure(data.Splits).Count == 0)
            throw new UserErrorException("there is nothing to measure on", "a test or validation split with labels", "data",
                "add a test file (or a share of the training data) to the data settings");
    }
}
