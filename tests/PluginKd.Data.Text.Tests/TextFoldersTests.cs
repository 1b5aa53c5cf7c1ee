namespace PluginKd.Data.Text.Tests;

public sealed class TextFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectingLog _log = new();

    public TextFoldersTests()
    {
        _folder.File("train/pos/2.txt", "fine\nthing\n");
        _folder.File("train/pos/1.txt", "good");
        _folder.File("train/neg/1.txt", "bad\n");
        _folder.File("train/unsup/1.txt", "so so");
        _folder.File("test/neg/9.txt", "foul");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_a_text_and_its_folder_its_class()
    {
        var data = Load(new() { Train = "train", Test = "test", Unlabelled = "train/unsup", Ignore = ["unsup"] });
        Assert.Equal(["neg", "pos"], data.Classes);
        Assert.Equal(["bad", "good", "fine\nthing"], Texts(data["train"]));
        Assert.Equal([0, 1, 1], data["train"].Labels);
        Assert.Equal(["neg/1.txt", "pos/1.txt", "pos/2.txt"], data["train"].Ids!);
        Assert.Equal([0], data["test"].Labels);
        Assert.Equal(["so so"], Texts(data["unlabelled"]));
        Assert.False(data["unlabelled"].HasLabels);
    }

    [Fact]
    public void A_line_is_a_text_where_that_is_wished()
    {
        var train = Load(new() { Train = "train", Ignore = ["unsup"], Unit = TextUnit.Line })["train"];
        Assert.Equal(["bad", "good", "fine", "thing"], Texts(train));
        Assert.Equal("pos/2.txt:2", train.Ids![3]);
    }

    [Fact]
    public void Names_that_begin_with_a_dot_are_passed_over()
    {
        foreach (var name in new[] { "train/.ipynb_checkpoints/1.txt", "train/pos/.DS_Store", "train/pos/.ipynb_checkpoints/1.txt", "train/unsup/.hidden", "test/.git/config" }) _folder.File(name, "noise");
        var data = Load(new() { Train = "train", Test = "test", Unlabelled = "train/unsup", Ignore = ["unsup"] });
        Assert.Equal(["neg", "pos"], data.Classes);
        Assert.Equal(["bad", "good", "fine\nthing", "foul", "so so"], data.Splits.SelectMany(Texts));
    }

    [Fact]
    public void A_folder_that_is_no_class_is_named()
    {
        _folder.File("test/neutral/1.txt", "hm");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = "train", Test = "test", Ignore = ["unsup"] }));
        Assert.Equal(("the folder 'neutral' is no class of the training folder", "one of: neg, pos"), (error.Found, error.Expected));
    }

    [Fact]
    public void Empty_and_broken_files_are_refused_or_left_out()
    {
        var path = _folder.File("train/neg/0.txt", " \n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = "train", Ignore = ["unsup"] }));
        Assert.Equal(("a text is empty", path), (error.Found, error.Where));
        Assert.Equal(3, Load(new() { Train = "train", Ignore = ["unsup"], OnError = OnError.Skip })["train"].Count);
        Assert.Equal([$"1 of 4 texts of 'train' are left out:\n  {path}: a text is empty"], _log.Words);
    }

    [Theory]
    [InlineData("none", "there is no folder '")]
    [InlineData("test", "the training folder has 1 folders with classes")]
    public void A_training_folder_without_classes_is_refused(string train, string found) =>
        Assert.StartsWith(found, Assert.Throws<UserErrorException>(() => Load(new() { Train = train })).Found, StringComparison.Ordinal);

    private DataBundle Load(TextFoldersSettings settings) =>
        new TextFolders(settings).Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Log = _log });

    private static IReadOnlyList<string> Texts(Split split) => ((TextInputs)split.Inputs).Texts;
}
