using System.Globalization;

namespace PluginKd.Augmentation;

/// <summary>How one view is made of its image.</summary>
/// <remarks>
/// Pixel (y, x) of the view is the image's value at (v, u), linear between the four pixels around it, those outside counting as the fill:
/// x' = W − 1 − x when mirrored, else x; then shifted, (y + down, x' + right); then rotated about the centre c = ((H − 1)/2, (W − 1)/2) by the angle θ,
/// v = c_y + cos θ·(y' − c_y) − sin θ·(x' − c_x), u = c_x + sin θ·(y' − c_y) + cos θ·(x' − c_x).
/// One look-up does all three, so that nothing is blurred twice; without rotation pixels are copied to the bit.
/// </remarks>
/// <param name="IsFlipped">Whether it is mirrored left to right.</param>
/// <param name="Down">Pixels that its window lies further down than the image.</param>
/// <param name="Right">Pixels that it lies further right.</param>
/// <param name="Degrees">θ, degrees; what the view shows is turned with the hands of a clock for angles above zero.</param>
internal readonly record struct ViewTransform(bool IsFlipped, int Down, int Right, double Degrees)
{
    /// <summary>Draws a transform: mirrored or not, down, right, angle, in this order, each whether it is used or not.</summary>
    /// <param name="settings">Probability and limits.</param>
    /// <param name="random">The stream of this view.</param>
    public static ViewTransform Draw(ImageTransformsSettings settings, SeededRandom random) => new(
        random.NextDouble() < settings.Flip,
        random.Next((2 * settings.Padding) + 1) - settings.Padding,
        random.Next((2 * settings.Padding) + 1) - settings.Padding,
        ((2 * random.NextDouble()) - 1) * settings.Rotation);

    /// <summary>Makes the view.</summary>
    /// <param name="image">C·H·W numbers, one whole plane after another.</param>
    /// <param name="height">H, pixels.</param>
    /// <param name="width">W, pixels.</param>
    /// <param name="fill">Value of what lies outside.</param>
    /// <param name="view">Takes as many numbers.</param>
    public void Apply(ReadOnlySpan<float> image, int height, int width, double fill, Span<float> view)
    {
        var (centreY, centreX, plane) = ((height - 1) / 2.0, (width - 1) / 2.0, height * width);
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromY, fromX) = (y + Down - centreY, (IsFlipped ? width - 1 - x : x) + Right - centreX);
                var (v, u) = (centreY + (cos * fromY) - (sin * fromX), centreX + (sin * fromY) + (cos * fromX));
                for (var start = 0; start < image.Length; start += plane)
                    view[start + (y * width) + x] = Between(image.Slice(start, plane), height, width, v, u, fill);
            }
        }
    }

    /// <summary>The transform in words and numbers, such as <c>flip, down -2, right 3, rotate 4.5°</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsFlipped ? "flip" : "no flip")}, down {Down}, right {Right}, rotate {Degrees:R}°");

    private static float Between(ReadOnlySpan<float> plane, int height, int width, double v, double u, double fill)
    {
        var (top, left) = (Math.Floor(v), Math.Floor(u));
        if (v == top && u == left) return At(plane, height, width, top, left) is { } exact ? exact : (float)fill;
        var (down, right) = (v - top, u - left);
        double Pixel(ReadOnlySpan<float> plane, double y, double x) => At(plane, height, width, y, x) ?? fill;
        var upper = ((1 - right) * Pixel(plane, top, left)) + (right * Pixel(plane, top, left + 1));
        var lower = ((1 - right) * Pixel(plane, top + 1, left)) + (right * Pixel(plane, top + 1, left + 1));
        return (float)(((1 - down) * upper) + (down * lower));
    }

    private static float? At(ReadOnlySpan<float> plane, int height, int width, double y, double x) =>
        y >= 0 && y < height && x >= 0 && x < width ? plane[((int)y * width) + (int)x] : null;
}
