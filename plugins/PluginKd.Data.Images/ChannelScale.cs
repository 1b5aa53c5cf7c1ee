namespace PluginKd.Data.Images;

/// <summary>Mean and deviation of each channel, from settings: <c>(pixel − mean) ÷ deviation</c>.</summary>
internal static class ChannelScale
{
    /// <summary>Gives one number a channel.</summary>
    /// <param name="numbers">Numbers of the setting; none means nothing is changed.</param>
    /// <param name="channels">Channels of an image.</param>
    /// <param name="setting">Name of the setting, such as <c>mean</c>.</param>
    /// <param name="missing">Number that changes nothing.</param>
    /// <exception cref="UserErrorException">There are more numbers or fewer than channels.</exception>
    public static double[] Of(IReadOnlyList<double> numbers, int channels, string setting, double missing) =>
        numbers.Count == 0 ? [.. Enumerable.Repeat(missing, channels)]
        : numbers.Count == channels ? [.. numbers]
        : throw new UserErrorException($"data.{setting} has {numbers.Count} numbers", channels == 3 ? "3, for red, green and blue, or none" : $"{channels}, one a channel, or none",
            $"data.{setting}", "correct the list");
}
