using System.Globalization;

namespace PluginKd.Tool.Display;

/// <summary>Writes sizes as people read them.</summary>
internal static class Bytes
{
    public static string Text(long? bytes) => bytes switch
    {
        null => "?",
        < 1 << 10 => $"{bytes} B",
        < 1 << 20 => Part(bytes.Value, 1 << 10, "KiB"),
        < 1 << 30 => Part(bytes.Value, 1 << 20, "MiB"),
        _ => Part(bytes.Value, 1 << 30, "GiB"),
    };

    private static string Part(long bytes, long unit, string name) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / unit:0.#} {name}");
}
