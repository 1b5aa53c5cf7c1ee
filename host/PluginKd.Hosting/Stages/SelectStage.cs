namespace PluginKd.Hosting;

/// <summary>Lets a selector look at the splits that are trained on, and stores what it said.</summary>
internal static class SelectStage
{
    public const string FileName = "selection.safetensors";

    public static string Run(StageWork work)
    {
        var said = new Dictionary<string, Selection>();
        var selected = StageResults.Selected(work.Data, name => said[name] = work.Parts.Selectors[work.Node.Index].Select(new SelectionContext(
            StageRunner.For(work.Stage, name), work.Data[name], work.Data, work.Signals, [.. work.Results.Teachers.Keys])));
        SelectionFile.Write(work.Files.File(FileName), said);
        return DataStage.Describe(selected.Splits);
    }
}
