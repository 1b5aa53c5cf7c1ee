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
    public void An_empty_label_means_unlabelled() => Assert.Equal(Split.Unlabelled, LabelReader.FromTraining(["a"]).Read("", "x"));
}
