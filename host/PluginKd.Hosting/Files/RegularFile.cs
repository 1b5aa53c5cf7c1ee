using System.Runtime.InteropServices;

namespace PluginKd.Hosting;

/// <summary>Refuses pipes, devices and sockets where a file is read: opening one waits for somebody who writes, and reading one may have no end.</summary>
/// <remarks>.NET does not tell them from files before they are opened, so Linux is asked; on other systems nothing is refused.</remarks>
internal static class RegularFile
{
    private const int FromWorkingFolder = -100;
    private const uint TypeWanted = 1;
    private const int ModeAt = 28;
    private const int TypeBits = 0xF000;

    /// <summary>Makes sure that a path is a regular file or a folder; links are followed, and what is not there is no matter here.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="place">Setting that names it, or the folder in which it lies.</param>
    /// <exception cref="UserErrorException">It is a pipe, a device or a socket.</exception>
    public static void Require(string path, string place)
    {
        if (KindOf(path) is { } kind)
            throw new UserErrorException($"'{path}' is {kind}", "a regular file: inputs are read more than once, and to their end", place,
                kind == "a pipe" ? "write what comes out of it into a file, and name that; in a folder or beside a file of this name, move it away" : "name a regular file; in a folder or beside a file of this name, move it away");
    }

    private static string? KindOf(string path) => (ModeOf(path) & TypeBits) switch
    {
        0x1000 => "a pipe",
        0x2000 or 0x6000 => "a device",
        0xC000 => "a socket",
        _ => null,
    };

    private static int ModeOf(string path)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        try
        {
            // struct statx, the same on every processor: 256 bytes, the mode at byte 28.
            var status = new byte[256];
            return Statx(FromWorkingFolder, path, 0, TypeWanted, status) == 0 ? BitConverter.ToUInt16(status, ModeAt) : 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018 has no such function.
            return 0;
        }
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
