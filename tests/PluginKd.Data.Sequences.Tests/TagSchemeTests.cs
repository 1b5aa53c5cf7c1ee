namespace PluginKd.Data.Sequences.Tests;

public class TagSchemeTests
{
    // Two people side by side, one of two words, then a place of one: written by hand in each scheme.
    private const string Iob1 = "I-P I-P B-P O I-L";
    private const string Iob2 = "B-P I-P B-P O B-L";
    private const string Iobes = "B-P E-P S-P O S-L";

    [Theory]
    [InlineData(Iob1)]
    [InlineData(Iob2)]
    [InlineData(Iobes)]
    public void Finds_the_same_spans_in_every_scheme(string tags) =>
        Assert.Equal([new TagSpan("P", 0, 2), new TagSpan("P", 2, 3), new TagSpan("L", 4, 5)], TagSpans.Of(tags.Split(' ')));

    [Theory]
    [InlineData(TagScheme.Iob1, Iob1)]
    [InlineData(TagScheme.Iob2, Iob2)]
    [InlineData(TagScheme.Iobes, Iobes)]
    public void Writes_the_spans_in_each_scheme(TagScheme scheme, string tags)
    {
        Assert.Equal(tags.Split(' '), TagWriter.Write(TagSpans.Of(Iob2.Split(' ')), 5, scheme));
        Assert.Equal(scheme, TagWriter.SchemeOf([tags.Split(' ')]));
    }

    // conlleval's rules, transition by transition, worked out on paper.
    [Theory]
    [InlineData("O I-P", "P1-2")]
    [InlineData("I-P I-L", "P0-1 L1-2")]
    [InlineData("B-P B-P", "P0-1 P1-2")]
    [InlineData("B-P I-L I-L", "P0-1 L1-3")]
    [InlineData("E-P E-P", "P0-1 P1-2")]
    [InlineData("E-P I-P", "P0-1 P1-2")]
    [InlineData("S-P I-P E-P", "P0-1 P1-3")]
    [InlineData("B-P S-P", "P0-1 P1-2")]
    [InlineData("I-P S-P", "P0-1 P1-2")]
    [InlineData("I-P E-L", "P0-1 L1-2")]
    [InlineData("B-P O E-P", "P0-1 P2-3")]
    [InlineData("PER PER O LOC PER", "PER0-2 LOC3-4 PER4-5")]
    [InlineData("O O", "")]
    public void Reads_odd_transitions_as_conlleval_does(string tags, string spans) =>
        Assert.Equal(spans, string.Join(' ', TagSpans.Of(tags.Split(' ')).Select(span => $"{span.Type}{span.Start}-{span.End}")));

    [Theory]
    [InlineData("NOUN VERB", TagScheme.Plain)]
    [InlineData("O O", TagScheme.Iob2)]
    [InlineData("I-P O B-P", TagScheme.Iob2)]
    [InlineData("O I-P B-P", TagScheme.Iob1)]
    [InlineData("O S-P", TagScheme.Iobes)]
    public void Finds_out_the_scheme(string tags, TagScheme scheme) => Assert.Equal(scheme, TagWriter.SchemeOf([tags.Split(' ')]));
}
