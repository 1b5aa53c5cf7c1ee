namespace PluginKd.Data.Sequences.Tests;

public sealed class TagJsonTests : Sources
{
    private const string Names = """{"O": 0, "B-PER": 1, "I-PER": 2}""";

    [Theory]
    [InlineData("""[{"words": ["Anna", "May"], "tags": [1, 2]}, {"words": ["so it goes"], "tags": [0]}]""")]
    [InlineData("{\"words\": [\"Anna\", \"May\"], \"tags\": [1, 2], \"other\": {}}\n\n{\"tags\": [0], \"words\": [\"so it goes\"]}\n")]
    [InlineData("  \n [\n{\"words\": [\"Anna\", \"May\"], \"tags\": [\"B-PER\", \"I-PER\"]},\n{\"words\": [\"so it goes\"], \"tags\": [\"O\"]}]")]
    public void Reads_a_list_or_lines_with_numbers_or_names(string json)
    {
        Folder.File("train.json", json);
        Folder.File("names.json", Names);
        var data = Load(new TagJsonSource(new() { Train = ["train.json"], TagNames = "names.json" }));
        Assert.Equal("Anna May | so it goes", Words(data["train"]));
        Assert.Equal("B-PER I-PER | O", Tags(data, "train"));
        Assert.StartsWith("train.json:", data["train"].Ids![1], StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_names_from_a_list()
    {
        Folder.File("train.json", """{"w": ["a", "b"], "t": [0, 1]}""");
        Folder.File("names.json", """["O", "B-X"]""");
        Assert.Equal("O B-X", Tags(Load(new TagJsonSource(new() { Train = ["train.json"], TagNames = "names.json", Words = "w", Tags = "t" })), "train"));
    }

    [Theory]
    [InlineData("""{"words": ["a"], "tags": [7]}""", "entry 1 of 'tags' is 7", ":1")]
    [InlineData("""{"words": ["a", 3], "tags": [0, 0]}""", "entry 2 of 'words' is 3", ":1")]
    [InlineData("""{"words": ["a", "\ud800"], "tags": [0, 0]}""", "entry 2 of 'words' is \"\\ud800\"", ":1")]
    [InlineData("""{"words": ["a"]}""", "key 'tags' is missing", ":1")]
    [InlineData("""{"words": "a", "tags": [0]}""", "key 'words' holds \"a\"", ":1")]
    [InlineData("""{"words": ["a"], "tags": [0, 0]}""", "1 words have 2 tags", ":1")]
    [InlineData("""{"words": [], "tags": []}""", "a sequence has no words", ":1")]
    [InlineData("7", "a sequence is 7", ":1")]
    [InlineData("{\"words\": ", "a line is no JSON", ":1:11")]
    [InlineData("[{\"words\": ]", "the file is no JSON", ":1:12")]
    [InlineData("[7]", "a sequence is 7", ", item 1")]
    public void Names_the_place_of_what_cannot_be_read(string json, string found, string place)
    {
        var path = Folder.File("train.json", json);
        Folder.File("names.json", Names);
        var error = Refused(new TagJsonSource(new() { Train = ["train.json"], TagNames = "names.json" }));
        Assert.Equal((found, path + place), (error.Found, error.Where));
    }

    [Theory]
    [InlineData("7", "the file does not name tags")]
    [InlineData("{", "the file does not name tags")]
    [InlineData("""{"O": "zero"}""", "the file does not name tags")]
    [InlineData("""{"O": 0, "B-X": 0}""", "number 0 is called 'O' and 'B-X'")]
    public void Says_what_is_wrong_with_the_names(string names, string found)
    {
        Folder.File("train.json", """{"words": ["a"], "tags": [0]}""");
        var path = Folder.File("names.json", names);
        var error = Refused(new TagJsonSource(new() { Train = ["train.json"], TagNames = "names.json" }));
        Assert.Equal((found, path), (error.Found, error.Where));
    }

    // Numbers of sentences and of types as published.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_the_tweets_of_bond()
    {
        var data = Load(new TagJsonSource(new() { Train = ["train.json"], Validation = ["dev.json"], Test = ["test.json"], Words = "str_words", TagNames = "tag_to_id.json", InvalidTags = InvalidTags.Repair }),
            Path.Combine(Places.Shared!, "data", "bond_twitter"));
        Assert.Equal([2393, 999, 3844], data.Splits.Select(split => split.Count));
        Assert.Equal(21, data.Classes.Count);
        Assert.Equal("O", data.Classes[0]);
    }
}
