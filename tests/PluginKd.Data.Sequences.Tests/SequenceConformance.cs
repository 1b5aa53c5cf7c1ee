namespace PluginKd.Data.Sequences.Tests;

public sealed class ConllConformance : KdConformance<ConllSource>
{
    protected override object[] Settings =>
    [
        new ConllSettings { Train = ["train.txt"] },
        new ConllSettings { Path = "data", Train = ["a.txt", "b.txt"], Test = ["test.txt"], Unlabelled = ["more.txt"], Word = 2, Tag = 3, Prefix = "en:", As = TagScheme.Iobes, ValidationShare = 0.5 },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train.txt"] = "Anna B-PER\nsleeps O\n\nBonn B-LOC\n",
        ["data/a.txt"] = "1\ten:Anna\tB-PER\tx\n2\ten:sleeps\tO\tx\n\n1\ten:Karl\tB-PER\tx\n",
        ["data/b.txt"] = "1\ten:Otto\tB-PER\tx\n2\ten:eats\tO\tx\n",
        ["data/test.txt"] = "1\ten:Carla\tB-PER\tx\n",
        ["data/more.txt"] = "1\ten:Emma\n2\ten:ran\n",
    };
}

public sealed class ParallelLinesConformance : KdConformance<ParallelLinesSource>
{
    protected override object[] Settings =>
    [
        new ParallelLinesSettings { Train = "words", TrainTags = "gold" },
        new ParallelLinesSettings
        {
            Train = "words",
            TrainTags = "gold",
            TrainDistant = "distant",
            Validation = "dev",
            ValidationTags = "dev.tags",
            Test = "test",
            TestTags = "test.tags",
            Unlabelled = "more",
        },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["words"] = "Anna sleeps\nin Bonn\n",
        ["gold"] = "B-PER O\nO B-LOC\n",
        ["distant"] = "B-PER O\nO B-PER\n",
        ["dev"] = "Carl eats\n",
        ["dev.tags"] = "B-PER O\n",
        ["test"] = "Emma ran\n",
        ["test.tags"] = "B-PER O\n",
        ["more"] = "so it goes\n",
    };
}

public sealed class TagJsonConformance : KdConformance<TagJsonSource>
{
    protected override object[] Settings =>
    [
        new TagJsonSettings { Train = ["train.json"] },
        new TagJsonSettings { Train = ["numbered.json"], Test = ["test.json"], Unlabelled = ["more.json"], Words = "str_words", Tags = "ids", TagNames = "names.json" },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train.json"] = """[{"words": ["Anna", "sleeps"], "tags": ["B-PER", "O"]}]""",
        ["numbered.json"] = """{"str_words": ["Anna", "sleeps"], "ids": [1, 0]}""",
        ["test.json"] = """{"str_words": ["Emma", "ran"], "ids": [1, 0]}""",
        ["more.json"] = """{"str_words": ["so", "it", "goes"]}""",
        ["names.json"] = """{"O": 0, "B-PER": 1}""",
    };
}
