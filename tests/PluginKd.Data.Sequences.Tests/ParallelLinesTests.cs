namespace PluginKd.Data.Sequences.Tests;

public sealed class ParallelLinesTests : Sources
{
    [Fact]
    public void Learns_from_distant_tags_and_says_how_good_they_are()
    {
        Files("Anna May sleeps\nin Bonn\nOtto and Karl\n", "B-PER I-PER O\nO B-LOC\nB-PER O B-PER\n", "B-PER I-PER O\nO B-PER\nB-PER O O\n");
        var data = Load(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold", TrainDistant = "distant" }));
        Assert.Equal("B-PER I-PER O | O B-PER | B-PER O O", Tags(data, "train"));
        Assert.Equal(["O", "B-PER", "I-PER"], data.Classes);
        Assert.Equal(["words:1", "words:2", "words:3"], data["train"].Ids!);
        // Three distant spans, four true ones, two the same; six of eight words agree. F1 = 2·(2/3)·(1/2) / (2/3 + 1/2) = 4/7.
        Assert.Equal("distant tags of 'train' against the true ones: precision 0.6667, recall 0.5000, F1 0.5714 of spans; 0.7500 of words have the same tag", Log);
    }

    [Theory]
    [InlineData("a b\n", "O\n", "2 words have 1 tags")]
    [InlineData("\n", "\n", "a sequence has no words")]
    [InlineData("a\n\n", "B-X\nO\n", "a sequence has no words")]
    public void Names_the_line_of_words_and_tags_that_do_not_fit(string words, string tags, string found)
    {
        Files(words, tags, "");
        var error = Refused(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold" }));
        Assert.Equal(found, error.Found);
        Assert.Equal($"{Path.Combine(Folder.Path, "gold")}:{(words[0] == 'a' && words.Length == 3 ? 2 : 1)}", error.Where);
    }

    [Theory]
    [InlineData("a\nb\n", "O\n", "gold", "words")]
    [InlineData("a\n", "O\nO\n", "words", "gold")]
    public void Names_the_file_that_is_too_short(string words, string tags, string shorter, string longer)
    {
        Files(words, tags, "");
        var error = Refused(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold", OnError = OnError.Skip }));
        Assert.Equal(($"the file ends before line 2, which '{Path.Combine(Folder.Path, longer)}' has", Path.Combine(Folder.Path, shorter)), (error.Found, error.Where));
    }

    [Fact]
    public void Leaves_out_lines_that_do_not_fit_where_that_is_wanted()
    {
        Files("a b\nc\n\nd e\n", "O\nB-X\n\nO O\n", "");
        Assert.Equal("c | d e", Words(Load(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold", OnError = OnError.Skip }))["train"]));
        Assert.StartsWith("2 of 4 sequences of 'train' are left out", Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_file_is_not_named()
    {
        Files("a b\n", "O B-X\n", "");
        Assert.Equal("the training words have no tags", Refused(new ParallelLinesSource(new() { Train = "words" })).Found);
        Assert.Equal("data.test-tags", Refused(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold", Test = "words" })).Where);
        Assert.Equal("data.validation", Refused(new ParallelLinesSource(new() { Train = "words", TrainTags = "gold", ValidationTags = "gold" })).Where);
    }

    // The paper on these labels prints 47.90, 47.63 and 47.76 per cent.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Measures_the_distant_labels_of_wikigold_as_bond_does()
    {
        var data = Load(new ParallelLinesSource(new()
        {
            Train = "train_text.txt",
            TrainTags = "train_label_true.txt",
            TrainDistant = "train_label_dist.txt",
            Validation = "valid_text.txt",
            ValidationTags = "valid_label_true.txt",
            Test = "test_text.txt",
            TestTags = "test_label_true.txt",
            InvalidTags = InvalidTags.Repair,
        }), Path.Combine(Places.Shared!, "data", "bond_wikigold"));
        Assert.Equal([1142, 280, 274], data.Splits.Select(split => split.Count));
        Assert.Equal(9, data.Classes.Count);
        Assert.Contains("precision 0.4790, recall 0.4763, F1 0.4776", Log, StringComparison.Ordinal);
    }

    private void Files(string words, string gold, string distant)
    {
        Folder.File("words", words);
        Folder.File("gold", gold);
        Folder.File("distant", distant);
    }
}
