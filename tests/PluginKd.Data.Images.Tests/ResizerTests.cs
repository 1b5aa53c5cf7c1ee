using System.Globalization;

namespace PluginKd.Data.Images.Tests;

public class ResizerTests
{
    // Expected values by Resize/reference.py.
    public static TheoryData<string> Lines => [.. File.ReadLines(Path.Combine(Places.Repository, "tests/PluginKd.Data.Images.Tests/Resize/resized.csv"))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Agrees_with_numpy(string line)
    {
        double[] numbers = [.. line.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        var (h, w, height, width) = ((int)numbers[0], (int)numbers[1], (int)numbers[2], (int)numbers[3]);
        double[] plane = [.. Enumerable.Range(0, h * w).Select(i => 7 * i % 31 / 31.0)];
        var resized = new double[height * width];
        var resizer = new Resizer(height, width);
        // Another size before, as in a folder of many.
        resizer.Resize([1, 2, 3, 4, 5, 6], 2, 3, resized);
        resizer.Resize(plane, h, w, resized);
        Assert.Equal(numbers.Length - 4, resized.Length);
        for (var i = 0; i < resized.Length; i++) Assert.Equal(numbers[4 + i], resized[i], 1e-12);
    }

    // 3 pixels to 2: the first takes pixel 0 and half of pixel 1. 2 pixels to 4: centres at −¼, ¼, ¾, 1¼, the outer two held.
    [Fact]
    public void Averages_areas_when_it_shrinks_and_draws_lines_when_it_grows()
    {
        var shrunk = new double[2];
        new Resizer(1, 2).Resize([3, 6, 9], 1, 3, shrunk);
        Assert.Equal([4, 8], shrunk, (a, b) => Math.Abs(a - b) < 1e-12);
        var grown = new double[4];
        new Resizer(4, 1).Resize([1, 5], 2, 1, grown);
        Assert.Equal([1, 2, 4, 5], grown);
    }

    [Fact]
    public void Leaves_a_plane_of_the_size_as_it_is()
    {
        double[] plane = [0.1, 0.2, 0.3, 1 / 3.0];
        var same = new double[4];
        new Resizer(2, 2).Resize(plane, 2, 2, same);
        Assert.Equal(plane, same);
    }
}
