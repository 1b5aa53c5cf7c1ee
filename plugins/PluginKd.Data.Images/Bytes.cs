using System.Globalization;

namespace PluginKd.Data.Images;

/// <summary>What the 256 values of a byte stand for.</summary>
internal static class Bytes
{
    /// <summary>The values as written labels.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Enumerable.Range(0, 256).Select(value => value.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The values as pixels: <c>(value ÷ scale − mean) ÷ deviation</c>.</summary>
    /// <param name="scale">Number that values are divided by.</param>
    /// <param name="mean">Subtracted then.</param>
    /// <param name="deviation">Divided by at last.</param>
    public static float[] Scaled(double scale, double mean = 0, double deviation = 1) =>
        [.. Enumerable.Range(0, 256).Select(value => (float)(((value / scale) - mean) / deviation))];
}
