namespace PluginKd.Hosting;

/// <summary>Lets an augmenter make examples, and stores them.</summary>
internal static class AugmentStage
{
    public static string Run(StageWork work)
    {
        var made = work.Parts.Augmenters[work.Node.Index].Augment(new AugmentationContext(work.Stage, work.Data));
        var kept = TestLeaks.Apply(made, work.Results.Sealed, work.Plan.Leaks, "augment", work.Stage.Log);
        var joined = Augmented.Join(work.Data, kept);
        BundleFiles.Write(work.Files, work.Data.Classes, kept);
        return DataStage.Describe(joined.Splits);
    }
}
