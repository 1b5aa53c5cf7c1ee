namespace PluginKd.Data.Images;

/// <summary>One image as read.</summary>
/// <param name="Channels">1 grey, 3 red, green and blue.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Samples">C·H·W numbers, one whole plane after another, row by row, 0 to 1.</param>
internal sealed record Picture(int Channels, int Height, int Width, double[] Samples)
{
    /// <summary>The shape in words, such as <c>3 channels of 32 × 48 pixels</c>.</summary>
    public string Words => $"{(Channels == 1 ? "1 channel" : $"{Channels} channels")} of {Height} × {Width} pixels";

    /// <summary>The image in another size.</summary>
    /// <param name="resizer">The size.</param>
    public Picture Resized(Resizer resizer)
    {
        if ((Height, Width) == (resizer.Height, resizer.Width)) return this;
        var (from, to) = (Height * Width, resizer.Height * resizer.Width);
        var samples = new double[Channels * to];
        for (var c = 0; c < Channels; c++) resizer.Resize(Samples.AsSpan(c * from, from), Height, Width, samples.AsSpan(c * to, to));
        return new(Channels, resizer.Height, resizer.Width, samples);
    }

    /// <summary>A grey image as a coloured one, its plane three times; a coloured one as it is.</summary>
    public Picture InColours() => Channels == 3 ? this : new(3, Height, Width, [.. Samples, .. Samples, .. Samples]);
}
