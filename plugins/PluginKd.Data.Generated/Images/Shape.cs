namespace PluginKd.Data.Generated;

/// <summary>The shapes, each about as large as a circle of radius 1 around (0, 0), y downwards.</summary>
internal static class Shape
{
    private const double RingHole = 0.55;
    private const double CrossArm = 0.3;
    private const double StarInner = 0.42;

    // Half the side of the square, and half the length of the cross's bars.
    private const double SquareHalf = 0.78;
    private const double CrossHalf = 0.95;

    /// <summary>For each name, how far inside a point is: above 0 within the shape, 0 on its edge, below 0 outside; about a distance.</summary>
    public static IReadOnlyDictionary<string, Func<double, double, double>> All { get; } = new Dictionary<string, Func<double, double, double>>
    {
        ["circle"] = (x, y) => 1 - Math.Sqrt((x * x) + (y * y)),
        ["square"] = (x, y) => SquareHalf - Math.Max(Math.Abs(x), Math.Abs(y)),
        ["triangle"] = (x, y) => Math.Min(0.5 - y, 0.5 + (y / 2) - (Math.Sqrt(3) / 2 * Math.Abs(x))),
        ["cross"] = (x, y) => Math.Max(Bar(x, y), Bar(y, x)),
        ["ring"] = Ring,
        ["star"] = Star,
    };

    private static double Ring(double x, double y)
    {
        var r = Math.Sqrt((x * x) + (y * y));
        return Math.Min(1 - r, r - RingHole);
    }

    private static double Bar(double x, double y) => Math.Min(CrossArm - Math.Abs(x), CrossHalf - Math.Abs(y));

    // Between an outer corner at radius 1 and an inner one, on both sides of each of five arms: which side of the edge a point is on.
    private static double Star(double x, double y)
    {
        const double Tenth = Math.PI / 5;
        var (r, angle) = (Math.Sqrt((x * x) + (y * y)), Math.Atan2(x, -y));
        angle = Math.Abs(angle - (2 * Tenth * Math.Round(angle / (2 * Tenth))));
        var (px, py) = (r * Math.Cos(angle), r * Math.Sin(angle));
        var (ex, ey) = ((StarInner * Math.Cos(Tenth)) - 1, StarInner * Math.Sin(Tenth));
        return ((ex * py) + (ey * (1 - px))) / Math.Sqrt((ex * ex) + (ey * ey));
    }
}
