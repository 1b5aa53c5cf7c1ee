using System.Globalization;

namespace PluginKd.Augmentation.Tests;

public class ViewTransformTests
{
    // Expected values by Transforms/reference.py.
    public static TheoryData<string> Lines => [.. File.ReadLines(Path.Combine(Places.Repository, "tests/PluginKd.Augmentation.Tests/Transforms/views.csv"))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Agrees_with_numpy(string line)
    {
        double[] numbers = [.. line.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        var (channels, height, width) = ((int)numbers[0], (int)numbers[1], (int)numbers[2]);
        float[] image = [.. Enumerable.Range(0, channels * height * width).Select(i => (float)((7 * i % 31 / 31.0) - 0.3))];
        var view = new float[image.Length];
        new ViewTransform(numbers[3] == 1, (int)numbers[4], (int)numbers[5], numbers[6]).Apply(image, height, width, numbers[7], view);
        Assert.Equal(numbers.Length - 8, view.Length);
        for (var i = 0; i < view.Length; i++) Assert.Equal(numbers[8 + i], view[i], 1e-6);
    }

    [Fact]
    public void Copies_pixels_to_the_bit_when_nothing_is_rotated()
    {
        float[] image = [0.1f, 0.2f, 0.3f, 0.4f];
        var view = new float[4];
        new ViewTransform(false, 0, 0, 0).Apply(image, 2, 2, 9, view);
        Assert.Equal(image, view);
        new ViewTransform(true, 1, 0, 0).Apply(image, 2, 2, 9, view);
        Assert.Equal([0.4f, 0.3f, 9, 9], view);
    }

    // A quarter turn with the hands of a clock: the left column comes on top, its lower end first.
    [Fact]
    public void Turns_with_the_hands_of_a_clock()
    {
        var view = new float[9];
        new ViewTransform(false, 0, 0, 90).Apply([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3, 0, view);
        Assert.Equal([7, 4, 1, 8, 5, 2, 9, 6, 3], view.Select(value => (float)Math.Round(value, 4)));
    }

    [Fact]
    public void Draws_every_shift_alike_and_angles_within_the_limit()
    {
        var settings = new ImageTransformsSettings { Flip = 0.25, Padding = 2, Rotation = 30 };
        var drawn = Enumerable.Range(0, 20_000).Select(i => ViewTransform.Draw(settings, new SeededRandom(Seeds.Derive(1, $"{i}")))).ToList();
        // Within five standard deviations: of a share p, √(p(1 − p)/20000).
        Assert.InRange(drawn.Count(t => t.IsFlipped) / 20_000.0, 0.25 - 0.0153, 0.25 + 0.0153);
        for (var shift = -2; shift <= 2; shift++)
        {
            Assert.InRange(drawn.Count(t => t.Down == shift) / 20_000.0, 0.2 - 0.0141, 0.2 + 0.0141);
            Assert.InRange(drawn.Count(t => t.Right == shift) / 20_000.0, 0.2 - 0.0141, 0.2 + 0.0141);
        }

        Assert.All(drawn, t => Assert.InRange(t.Degrees, -30, 30));
        // The mean of a uniform angle is 0, its deviation 30/√3 degrees.
        Assert.InRange(drawn.Average(t => t.Degrees), -0.62, 0.62);
        Assert.InRange(drawn.Max(t => t.Degrees), 29.5, 30);
    }
}
