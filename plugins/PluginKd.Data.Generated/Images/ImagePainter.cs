namespace PluginKd.Data.Generated;

/// <summary>Paints one image.</summary>
/// <param name="settings">Size, noise, jitter, share of ambiguous images.</param>
internal sealed class ImagePainter(GeneratedImagesSettings settings)
{
    // Points of a pixel in each direction that are looked at, so that edges are smooth.
    private const int Samples = 3;

    // Radius of a shape in sides of an image, before jitter.
    private const double Radius = 0.32;
    private const double PaleFrom = 0.35;
    private const double PaleTo = 0.5;

    /// <summary>Paints.</summary>
    /// <param name="shape">Number of the shape among those of the settings.</param>
    /// <param name="manner">Domain.</param>
    /// <param name="random">The image's own.</param>
    /// <returns>3·side·side samples, plane by plane, row by row, 0 to 1.</returns>
    public float[] Paint(int shape, Manner manner, SeededRandom random)
    {
        var (ink, second, paper, grain) = (Colour(!manner.IsDark, random), Colour(!manner.IsDark, random), Colour(manner.IsDark, random), Colour(manner.IsDark, random));
        var own = Place(shape, random);
        var isAmbiguous = random.NextDouble() < settings.Ambiguous;
        var other = Place((shape + 1 + random.Next(settings.Shapes.Count - 1)) % settings.Shapes.Count, random);
        var pale = isAmbiguous ? PaleFrom + ((PaleTo - PaleFrom) * random.NextDouble()) : 0;
        var (side, plane) = (settings.Side, settings.Side * settings.Side);
        var pixels = new float[3 * plane];
        for (var at = 0; at < plane; at++)
        {
            var (x, y) = (at % side, at / side);
            var (covered, shaded) = (own.Cover(x, y, manner), other.Cover(x, y, manner) * pale);
            var (texture, ground) = (manner.Shape(x, y), manner.Ground(x, y));
            for (var c = 0; c < 3; c++)
            {
                var (drawn, behind) = (second[c] + (texture * (ink[c] - second[c])), grain[c] + (ground * (paper[c] - grain[c])));
                var value = behind + (covered * (drawn - behind));
                value += shaded * (second[c] - value);
                pixels[(c * plane) + at] = (float)Math.Clamp(value + (settings.Noise * Normal(random)), 0, 1);
            }
        }

        return pixels;
    }

    private Placed Place(int shape, SeededRandom random)
    {
        var side = settings.Side;
        var radius = side * Radius * Math.Pow(2, settings.Jitter * (random.NextDouble() - 0.75));
        var room = settings.Jitter * ((side / 2.0) - radius);
        double Around() => (side / 2.0) + (room * ((2 * random.NextDouble()) - 1));
        return new(Shape.All[settings.Shapes[shape]], Around(), Around(), radius, settings.Jitter * Math.PI / 4 * ((2 * random.NextDouble()) - 1));
    }

    // Bright ones have every channel above a half, dark ones below: shape and background always differ.
    private static double[] Colour(bool isDark, SeededRandom random) => [.. Enumerable.Range(0, 3).Select(_ => (isDark ? 0 : 0.55) + (0.45 * random.NextDouble()))];

    // Box and Muller (1958).
    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed record Placed(Func<double, double, double> Inside, double X, double Y, double Size, double Angle)
    {
        // Share of a pixel's points that the shape covers.
        public double Cover(int x, int y, Manner manner)
        {
            var covered = 0;
            for (var i = 0; i < Samples * Samples; i++)
            {
                var (dx, dy) = ((x + (((i % Samples) + 0.5) / Samples) - X) / Size, (y + (((i / Samples) + 0.5) / Samples) - Y) / Size);
                var (u, v) = ((dx * Math.Cos(Angle)) + (dy * Math.Sin(Angle)), (dy * Math.Cos(Angle)) - (dx * Math.Sin(Angle)));
                var depth = Inside(u, v);
                if (depth >= 0 && depth <= manner.Edge) covered++;
            }

            return covered / (double)(Samples * Samples);
        }
    }
}
