namespace PluginKd.Models.Text.Tests;

public class TokenizerTests
{
    [Theory]
    [InlineData("Not good, at all!", "not|good|,|at|all|!")]
    [InlineData("it doesn't 'work'", "it|doesn't|'|work|'")]
    [InlineData("a  b\tc", "a|b|c")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("Größe 10", "größe|10")]
    [InlineData("ok 👍", "ok|👍")]
    [InlineData("wo n't", "wo|n't")]
    public void Cuts_at_blanks_and_splits_signs_off(string text, string expected) => Assert.Equal(expected, string.Join('|', Tokenizer.Split(text)));

    [Fact]
    public void Keeps_single_surrogates_from_breaking_it() => Assert.Equal(2, Tokenizer.Split("a\uD83D").Count);
}
