namespace PluginKd.Data.Images.Tests;

/// <summary>Makes records of CIFAR files.</summary>
internal static class CifarBytes
{
    public static byte[] Record(byte label, byte red, byte green, byte blue) =>
        [label, .. Enumerable.Repeat(red, 1024), .. Enumerable.Repeat(green, 1024), .. Enumerable.Repeat(blue, 1024)];
}
