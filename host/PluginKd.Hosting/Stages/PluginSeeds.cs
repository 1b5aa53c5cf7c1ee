namespace PluginKd.Hosting;

/// <summary>Names that the plugins of a list draw their seeds by.</summary>
internal static class PluginSeeds
{
    /// <summary>The id and how often that stood before, so that a plugin put in front changes no other.</summary>
    public static string NameOf(PipelinePlan plan, string slot, int index)
    {
        string Id(int i) => plan.In(slot)[i].Plugin.Id;
        var before = Enumerable.Range(0, index).Count(i => Id(i) == Id(index));
        return $"{slot}/{Id(index)}" + (before == 0 ? "" : $"/{before}");
    }
}
