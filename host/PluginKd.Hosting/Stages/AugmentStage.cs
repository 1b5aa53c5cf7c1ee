namespace PluginKd.Hosting;

/// <summary>Lets an augmenter make examples, and stores them.</summary>
internal static class AugmentStage
{
    public static string Run(StageWork work)
    {
        var made = work.Parts.Augmenters[work.Node.Index].Augment(new AugmentationContext(work.Stage, work.Data));
        var joined = Augmented.Join(work.Data, made);
        BundleFiles.Write(work.Files, work.Data.Classes, made);
        return DataStage.Describe(joined.Splits);
    }
}
