namespace PluginKd.Data.Generated;

/// <summary>How the images of a domain are drawn: what fills shapes and backgrounds, and their colours.</summary>
/// <param name="Name">Name of the domain.</param>
/// <param name="Shape">Texture of shapes: 1 is their own colour, 0 the second one.</param>
/// <param name="Ground">Texture of the background.</param>
/// <param name="IsDark">Whether backgrounds are dark and shapes bright, or the other way round.</param>
/// <param name="Edge">Width of the line that shapes are drawn by, in their radius; infinite where they are filled.</param>
internal sealed record Manner(string Name, Func<double, double, double> Shape, Func<double, double, double> Ground, bool IsDark, double Edge = double.PositiveInfinity)
{
    private const double LineWidth = 0.22;

    /// <summary>All domains; coordinates are pixels.</summary>
    public static IReadOnlyList<Manner> All { get; } =
    [
        new("flat", Plain, Plain, IsDark: true),
        new("striped", Stripes, Plain, IsDark: false),
        new("dotted", Plain, Dots, IsDark: true),
        new("outlined", Plain, Plain, IsDark: false, LineWidth),
    ];

    private static double Plain(double x, double y) => 1;

    private static double Stripes(double x, double y) => ((x + y) / 4 % 2) < 1 ? 1 : 0;

    private static double Dots(double x, double y) => Math.Pow((x % 6) - 3, 2) + Math.Pow((y % 6) - 3, 2) < 2.5 ? 0 : 1;
}
