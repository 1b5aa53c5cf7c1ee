namespace PluginKd.Hosting;

/// <summary>Holds a file locked against other processes; the system lets go of it when the process ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Takes a lock for one holder, or gives null when somebody has it.</summary>
    public static IDisposable? TryTake(string file) => TryOpen(file, FileShare.None);

    /// <summary>Takes a lock that many may share, or gives null when somebody has it for himself.</summary>
    public static IDisposable? TryShare(string file) => TryOpen(file, FileShare.Read);

    private static FileStream? TryOpen(string file, FileShare share)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            if (share == FileShare.None) return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
            if (!File.Exists(file)) File.WriteAllBytes(file, []);
            return new FileStream(file, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException) && IsHeld(error))
        {
            return null;
        }
    }

    // EWOULDBLOCK of flock, which .NET gives as a sharing violation; a full disk or a folder in the way is something else.
    private static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020) || error.Message.Contains("being used by another process", StringComparison.Ordinal);
}
