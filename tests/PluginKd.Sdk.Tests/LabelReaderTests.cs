namespace PluginKd.Sdk.Tests;

public class LabelReaderTests
{
    [Fact]
    public void Numbers_are_classes_in_numeric_order_and_words_in_ordinal_order()
    {
        Assert.Equal(["2", "10"], LabelReader.FromTraining(["10", "2", "10", ""]).Classes);
        Assert.Equal(["neg", "pos"], LabelReader.FromTraining(["pos", "neg"]).Classes);
    }

    [Fact]
    public void A_label_that_training_never_saw_is_named_with_its_place()
    {
        var error = Assert.Throws<UserErrorException>(() => LabelReader.FromTraining(["pos", "neg"]).Read("neutral", "test.tsv:7"));
        Assert.Equal("test.tsv:7", error.Where);
        Assert.Contains("neg, pos", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_label_means_unlabelled() => Assert.Equal(Split.Unlabelled, LabelReader.FromTraining(["a", "b"]).Read("", "x"));

    [Fact]
    public void Ten_classes_are_listed_and_the_rest_counted()
    {
        var reader = LabelReader.FromTraining(Enumerable.Range(0, 300).Select(i => $"{i % 100}"));
        var error = Assert.Throws<UserErrorException>(() => reader.Read(new string('x', 5000), "test.tsv:7"));
        Assert.Equal("one of: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … (100 in all)", error.Expected);
        Assert.InRange(error.Found.Length, 60, 150);
    }

    [Theory]
    [InlineData("", "no training example has a label")]
    [InlineData("a", "every training label is 'a'")]
    public void Training_needs_two_classes(string label, string found)
    {
        var error = Assert.Throws<UserErrorException>(() => LabelReader.FromTraining([label, label, ""], "train.tsv"));
        Assert.Equal(found, error.Found);
        Assert.Equal("train.tsv", error.Where);
    }

    [Fact]
    public void Labels_that_are_mostly_different_are_taken_for_another_column()
    {
        var error = Assert.Throws<UserErrorException>(() => LabelReader.FromTraining(Enumerable.Range(0, 60).Select(i => $"text {i}"), "train.tsv"));
        Assert.Equal("60 of 60 training labels occur once only, such as 'text 0'", error.Found);
        Assert.Contains("data.columns", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_classes_may_have_one_example_each()
    {
        Assert.Equal(50, LabelReader.FromTraining(Enumerable.Range(0, 50).Select(i => $"{i}")).Classes.Count);
        Assert.Equal(60, LabelReader.FromTraining(Enumerable.Range(0, 120).Select(i => $"{i % 60}")).Classes.Count);
    }
}
