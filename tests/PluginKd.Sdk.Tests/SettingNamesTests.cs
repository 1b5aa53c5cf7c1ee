namespace PluginKd.Sdk.Tests;

public class SettingNamesTests
{
    [Theory]
    [InlineData("Temperature", "temperature")]
    [InlineData("LearningRate", "learning-rate")]
    [InlineData("NGram", "n-gram")]
    [InlineData("MaxL2Norm", "max-l2-norm")]
    [InlineData("On", "on")]
    public void Puts_hyphens_between_words(string name, string expected) => Assert.Equal(expected, SettingNames.Of(name));

    [Theory]
    [InlineData("soft-target", true)]
    [InlineData("wakd2", true)]
    [InlineData("Soft", false)]
    [InlineData("2fast", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("", false)]
    public void Knows_ids(string id, bool expected) => Assert.Equal(expected, SettingNames.IsId(id));
}
