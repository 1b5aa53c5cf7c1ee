using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Writes the state of an averager beside the student that it has watched, and reads it back.</summary>
internal static class StateFile
{
    public static void Write(string file, IKeepsState keeper) => SafeTensors.Write(file, keeper.SaveState());

    public static void Read(string file, IKeepsState keeper)
    {
        using var open = SafeTensors.Open(file);
        keeper.LoadState(open.ReadAll());
    }
}
