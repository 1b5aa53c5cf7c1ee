namespace PluginKd.Sdk.Tests;

public class SeededRandomTests
{
    // The reference outputs of SplitMix64 for this seed, as published with the algorithm.
    [Fact]
    public void Draws_the_published_stream()
    {
        var random = new SeededRandom(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], new[] { random.NextBits(), random.NextBits(), random.NextBits() });
    }

    [Fact]
    public void A_permutation_holds_each_number_once_and_differs_by_seed()
    {
        var order = new SeededRandom(5).Permutation(100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), order.Order());
        Assert.NotEqual(order, new SeededRandom(6).Permutation(100));
        Assert.Equal(order, new SeededRandom(5).Permutation(100));
    }

    [Fact]
    public void Every_order_of_three_is_equally_likely()
    {
        var random = new SeededRandom(1);
        var counts = Enumerable.Range(0, 6000).Select(_ => string.Join("", random.Permutation(3))).GroupBy(o => o).Select(g => g.Count()).ToList();
        Assert.Equal(6, counts.Count);
        // 1000 each; the standard deviation is 29.
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Shares_lie_from_zero_up_to_one()
    {
        var random = new SeededRandom(9);
        var draws = Enumerable.Range(0, 10_000).Select(_ => random.NextDouble()).ToList();
        Assert.All(draws, d => Assert.InRange(d, 0, 1 - double.Epsilon));
        Assert.InRange(draws.Average(), 0.49, 0.51);
    }

    [Fact]
    public void A_limit_of_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(0));
}
