using System.Text;

namespace PluginKd.Hosting;

/// <summary>Writes files beside their name and renames them, so that no half-written file carries a final name.</summary>
internal static class AtomicFile
{
    /// <summary>What an unfinished file's name ends with.</summary>
    public const string Unfinished = ".partial";

    /// <summary>Writes a text as UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, file => File.WriteAllText(file, text, new UTF8Encoding(false)));

    /// <summary>Lets something write to an unfinished name and renames it when that went well.</summary>
    public static void Write(string path, Action<string> write)
    {
        write(path + Unfinished);
        File.Move(path + Unfinished, path, overwrite: true);
    }
}
