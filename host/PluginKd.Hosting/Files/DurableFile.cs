namespace PluginKd.Hosting;

/// <summary>Makes sure that what was written outlives a failure of power, before something refers to it.</summary>
internal static class DurableFile
{
    /// <summary>Waits until the bytes of a file are on the disk.</summary>
    public static void Flush(string file)
    {
        using var open = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(open);
    }
}
