namespace PluginKd.Data.Generated.Tests;

public sealed class GeneratedTagsConformance : KdConformance<GeneratedTags>
{
    protected override object[] Settings =>
    [
        new GeneratedTagsSettings { Train = 40, Unlabelled = 30, Validation = 10, Test = 20 },
        new GeneratedTagsSettings { Train = 10, Unlabelled = 0, Validation = 0, Test = 10, Labels = TagLabels.Gold, Ambiguity = 1, Coverage = 0 },
    ];
}

public class GeneratedTagsTests
{
    private static readonly GeneratedTagsSettings Clear = new() { Train = 2000, Unlabelled = 100, Validation = 100, Test = 1000, Ambiguity = 0 };

    [Fact]
    public void Has_the_splits_with_their_sizes_and_roles() => Assert.Equal(
        ["train Train 2000", "validation Validation 100", "test Test 1000", "unlabelled Unlabelled 100"], Load(Clear).Splits.Select(s => $"{s.Name} {s.Role} {s.Count}"));

    [Fact]
    public void Writes_no_sentence_twice_and_numbers_each_once()
    {
        var data = Load(Clear);
        var sentences = data.Splits.SelectMany(split => Words(split).Select(words => string.Join(' ', words))).ToArray();
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.Equal(sentences.Length, data.Splits.SelectMany(split => split.Indices).Distinct().Count());
    }

    [Fact]
    public void Tags_every_word_by_the_scheme()
    {
        var data = Load(Clear);
        Assert.Equal(["O", "B-LOC", "B-MISC", "B-ORG", "B-PER", "I-LOC", "I-MISC", "I-ORG", "I-PER"], data.Classes);
        Assert.Equal(9, data["test"].Targets.Distinct().Count());
        foreach (var split in new[] { "train", "test" })
        {
            foreach (var tags in Tags(data, split))
                for (var i = 0; i < tags.Length; i++) Assert.True(tags[i][0] != 'I' || (i > 0 && tags[i - 1][1..] == tags[i][1..]), string.Join(' ', tags));
        }

        Assert.All(data["unlabelled"].Targets, label => Assert.Equal(Split.Unlabelled, label));
    }

    // With no name of two types, every name of the list is found wherever it stands: of the true names some 60 % are found, 15 % of those under another type.
    [Theory]
    [InlineData(0.6, 0.15)]
    [InlineData(0.3, 0.5)]
    [InlineData(1, 0)]
    public void Has_the_gaps_and_mistakes_that_are_asked_for(double coverage, double mistyped)
    {
        var settings = Clear with { Coverage = coverage, Mistyped = mistyped };
        var (distant, gold) = (Tags(Load(settings), "train"), Tags(Load(settings with { Labels = TagLabels.Gold }), "train"));
        var names = distant.Zip(gold).SelectMany(pair => pair.First.Zip(pair.Second)).Where(tags => tags.Second[0] == 'B').ToList();
        var found = names.Where(tags => tags.First[0] == 'B').ToList();
        Assert.InRange(names.Count, 1500, 4000);
        Assert.Equal(coverage, found.Count / (double)names.Count, 0.06);
        Assert.Equal(mistyped, found.Count(tags => tags.First != tags.Second) / (double)found.Count, 0.07);
    }

    [Fact]
    public void Gives_more_names_to_two_types_when_asked()
    {
        Assert.Equal(0, Shared(Load(Clear with { Labels = TagLabels.Gold })));
        Assert.InRange(Shared(Load(Clear with { Labels = TagLabels.Gold, Ambiguity = 0.5 })), 40, 400);
    }

    // Two thirds of the names are known, and a word of a new name may well be one of an old name.
    [Fact]
    public void Has_names_in_the_test_that_training_lacks()
    {
        var data = Load(Clear with { Labels = TagLabels.Gold });
        var known = Names(data, "train").Select(name => name.Name).ToHashSet();
        var test = Names(data, "test").ToList();
        Assert.InRange(test.Count(name => !known.Contains(name.Name)) / (double)test.Count, 0.25, 0.45);
    }

    [Fact]
    public void Draws_each_split_by_itself_from_the_seed()
    {
        var (one, other) = (Load(Clear), Load(Clear with { Unlabelled = 0 }));
        Assert.Equal(Words(one["test"]), Words(other["test"]));
        Assert.NotEqual(Words(one["test"]), Words(Load(Clear, seed: 2)["test"]));
    }

    [Fact]
    public void Says_so_when_the_grammar_has_no_new_sentence() =>
        Assert.Contains("the grammar has hardly a new one", Assert.Throws<UserErrorException>(() => new TaggedSentences(new Grammar("sentence: nobody knew why ."), new NameBook(Clear, Context(1)), Context(1))
            .Write("train", SplitRole.Train, 2, TagsOf.Truth, hasNewNames: false)).Found, StringComparison.Ordinal);

    private static int Shared(DataBundle data) => Names(data, "train").Distinct().GroupBy(name => name.Name).Count(group => group.Count() > 1);

    private static IEnumerable<(string Name, string Type)> Names(DataBundle data, string split)
    {
        foreach (var (words, tags) in Words(data[split]).Zip(Tags(data, split)))
        {
            for (var i = 0; i < tags.Length; i++)
            {
                if (tags[i][0] != 'B') continue;
                var end = i + 1;
                while (end < tags.Length && tags[end][0] == 'I') end++;
                yield return (string.Join(' ', words[i..end]), tags[i][2..]);
            }
        }
    }

    private static string[][] Tags(DataBundle data, string split) =>
        [.. Enumerable.Range(0, data[split].Count).Select(i => data[split].TokenLabels![i].ToArray().Select(label => data.Classes[label]).ToArray())];

    private static IReadOnlyList<string[]> Words(Split split) => ((TokenInputs)split.Inputs).Sequences;

    private static DataBundle Load(GeneratedTagsSettings settings, long seed = 1) => new GeneratedTags(settings).Load(Context(seed));

    private static StageContext Context(long seed) => new() { Name = "data", StageSeed = seed };
}
