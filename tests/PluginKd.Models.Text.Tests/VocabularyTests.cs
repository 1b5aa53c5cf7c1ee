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

    // Of 200 terms at most 100 are counted at once; "often" comes with each of them.
    [Fact]
    public void Forgets_rare_terms_when_there_are_too_many_to_count()
    {
        Assert.Equal("often", Vocabulary.Build(Enumerable.Range(0, 200).Select(i => new[] { "often", $"once{i}" }), 1, maxTerms: 50, reserved: 0, mostCounted: 100).Write());
        Assert.Equal(50, Vocabulary.Build(Enumerable.Range(0, 100).Select(i => new[] { $"once{i}" }), 1, maxTerms: 50, reserved: 0, mostCounted: 100).Count);
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
