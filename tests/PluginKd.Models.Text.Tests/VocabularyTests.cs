namespace PluginKd.Models.Text.Tests;

public class VocabularyTests
{
    private static readonly string[][] Texts = [["b", "a", "c"], ["b", "a"], ["b", "d"]];

    [Fact]
    public void Numbers_the_most_frequent_first_and_ties_by_ordinal()
    {
        var vocabulary = Vocabulary.Build(Texts, minCount: 1, maxTerms: 100, reserved: 2);
        Assert.Equal("b\na\nc\nd", vocabulary.Write());
        Assert.Equal(2, vocabulary.Number("b", 1));
        Assert.Equal(1, vocabulary.Number("x", 1));
        Assert.Equal(6, vocabulary.Count);
    }

    [Fact]
    public void Leaves_rare_terms_out() => Assert.Equal("b\na", Vocabulary.Build(Texts, 2, 100, 1).Write());

    [Fact]
    public void Keeps_the_most_frequent_when_there_are_too_many() => Assert.Equal("b", Vocabulary.Build(Texts, 1, 1, 1).Write());

    [Theory]
    [InlineData("")]
    [InlineData("b\na\nc")]
    public void Comes_back_from_what_was_written(string written) => Assert.Equal(written, Vocabulary.Read(written, 1).Write());
}
