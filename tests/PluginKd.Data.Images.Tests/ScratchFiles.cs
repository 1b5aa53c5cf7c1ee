namespace PluginKd.Data.Images.Tests;

/// <summary>Gives one folder for the files of a stage.</summary>
internal sealed class ScratchFiles(string folder) : IStageFiles
{
    public string Scratch() => Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;

    public string Artifact(string name) => Path.Combine(folder, name);
}
