namespace PluginKd.Hosting.Tests;

public class PackageVersionsTests
{
    // The order of semver.org, section 11, with NuGet's fourth number.
    [Fact]
    public void Orders_as_the_rule_of_semantic_versions_does()
    {
        string[] right =
        [
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.0.1", "1.0.10", "1.2.0", "1.10.0", "2.0.0",
        ];
        for (var i = 0; i < right.Length; i++)
            for (var j = 0; j < right.Length; j++) Assert.Equal(i.CompareTo(j), Math.Sign(PackageVersions.Compare(right[i], right[j])));
    }

    [Theory]
    [InlineData("1.0.0", "1.0.0+abc")]
    [InlineData("1.0.0", "1.0.0.0")]
    [InlineData("1.0.0-Beta", "1.0.0-beta")]
    public void Knows_what_feeds_take_for_one(string a, string b) => Assert.Equal(0, PackageVersions.Compare(a, b));

    [Theory]
    [InlineData("1.0")]
    [InlineData("v1.0.0")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0/..")]
    [InlineData("1.0.0\n")]
    public void A_text_that_is_no_version_is_none(string text) => Assert.False(PackageVersions.IsValid(text));

    [Fact]
    public void The_newest_is_a_prerelease_only_when_asked_for()
    {
        string[] versions = ["1.10.0", "1.9.0", "2.0.0-beta.1"];
        Assert.Equal("1.10.0", PackageVersions.Newest(versions, prerelease: false));
        Assert.Equal("2.0.0-beta.1", PackageVersions.Newest(versions, prerelease: true));
    }
}
