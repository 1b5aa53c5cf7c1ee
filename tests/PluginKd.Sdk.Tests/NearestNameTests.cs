namespace PluginKd.Sdk.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("temprature", "temperature")]
    [InlineData("soft-taget", "soft-target")]
    [InlineData("cross-entropie", "cross-entropy")]
    [InlineData("wieght", "weight")]
    [InlineData("completely-different", null)]
    public void Finds_what_was_probably_meant(string typed, string? expected) =>
        Assert.Equal(expected, NearestName.Find(typed, ["temperature", "soft-target", "cross-entropy", "weight"]));
}
