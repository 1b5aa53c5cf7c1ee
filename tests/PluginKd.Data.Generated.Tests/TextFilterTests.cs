namespace PluginKd.Data.Generated.Tests;

public class TextFilterTests
{
    private const int Count = 20_000;

    // 16 bits and 8 probes a text: (1 − e^(−8/16))^8 = 1 in 1,740 (Bloom 1970), so 172 of 300,000 with a standard deviation of 13.
    [Fact]
    public void Knows_every_text_that_was_added_and_takes_few_others_for_one()
    {
        var filter = new TextFilter(Count);
        for (var i = 0; i < Count; i++) filter.Add(TextFilter.Hash($"text {i}"));

        Assert.All(Enumerable.Range(0, Count), i => Assert.True(filter.Has(TextFilter.Hash($"text {i}"))));
        Assert.InRange(Enumerable.Range(0, 300_000).Count(i => filter.Has(TextFilter.Hash($"other {i}"))), 172 - 65, 172 + 65);
    }
}
