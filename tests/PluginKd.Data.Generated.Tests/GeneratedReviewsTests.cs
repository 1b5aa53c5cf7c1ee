namespace PluginKd.Data.Generated.Tests;

public class GeneratedReviewsTests
{
    private static readonly GeneratedReviewsSettings Small = new() { Train = 200, Unlabelled = 1000, Validation = 100, Test = 300 };

    private static readonly DataBundle Data = Load(Small);

    [Fact]
    public void Has_the_splits_with_their_sizes_and_roles() => Assert.Equal(
        ["train Train 200", "validation Validation 100", "test Test 300", "test-new-domain Test 300", "unlabelled Unlabelled 1000"],
        Data.Splits.Select(s => $"{s.Name} {s.Role} {s.Count}"));

    [Fact]
    public void Writes_no_text_twice_in_whatever_split()
    {
        var texts = Data.Splits.SelectMany(Texts).ToArray();
        Assert.Equal(texts.Length, texts.Distinct().Count());
    }

    [Fact]
    public void Numbers_each_example_once()
    {
        var indices = Data.Splits.SelectMany(s => s.Indices).ToArray();
        Assert.Equal(indices.Length, indices.Distinct().Count());
    }

    [Fact]
    public void Keeps_the_held_out_domain_for_its_own_test()
    {
        foreach (var split in Data.Splits.Where(s => s.Name != "test-new-domain"))
            Assert.Equal(["books", "electronics", "kitchen"], split.Domains!.Distinct().Order());
        Assert.Equal(["toys"], Data["test-new-domain"].Domains!.Distinct());
    }

    [Fact]
    public void Has_as_many_positive_as_negative_reviews_in_every_domain()
    {
        foreach (var split in Data.Splits.Where(s => s.IsLabelled))
            foreach (var domain in split.Labels.Zip(split.Domains!).GroupBy(e => e.Second, e => e.First))
                Assert.InRange(domain.Sum() / (double)domain.Count(), 0.48, 0.52);
    }

    [Fact]
    public void Gives_unlabelled_reviews_no_label() => Assert.All(Data["unlabelled"].Labels, label => Assert.Equal(Split.Unlabelled, label));

    [Fact]
    public void Writes_the_same_reviews_for_the_same_seed()
    {
        var again = Load(Small);
        foreach (var split in Data.Splits)
        {
            Assert.Equal(Texts(split), Texts(again[split.Name]));
            Assert.Equal(split.Labels, again[split.Name].Labels);
        }
    }

    [Fact]
    public void Writes_a_review_alike_whenever_and_wherever_it_is_asked_for()
    {
        var texts = Texts(Data["unlabelled"]);
        string[] inOrder = [.. texts];
        var found = new string[texts.Count];
        Parallel.For(0, texts.Count, i => found[texts.Count - 1 - i] = texts[texts.Count - 1 - i]);
        Assert.Equal(inOrder, found);
    }

    [Fact]
    public void Writes_other_reviews_for_another_seed() => Assert.NotEqual(Texts(Data["train"]), Texts(Load(Small, seed: 2)["train"]));

    [Fact]
    public void Leaves_the_other_splits_alone_when_more_unlabelled_reviews_are_asked_for()
    {
        var more = Load(Small with { Unlabelled = 2000 });
        foreach (var name in new[] { "train", "validation", "test", "test-new-domain" }) Assert.Equal(Texts(Data[name]), Texts(more[name]));
    }

    // The order of words decides: single words alone, even with the right answer for thousands of reviews, stay far from all of them.
    [Fact]
    public void Leaves_single_words_in_doubt()
    {
        var data = Load(Small with { Train = 6000, Test = 2000 });
        var score = new Dictionary<string, double>();
        foreach (var (text, label) in Texts(data["train"]).Zip(data["train"].Labels))
            foreach (var word in text.Split(' ', '.', ',', '?').Distinct()) score[word] = score.GetValueOrDefault(word) + (label == 1 ? 1 : -1);
        var right = Texts(data["test"]).Zip(data["test"].Labels).Count(e =>
            e.First.Split(' ', '.', ',', '?').Sum(word => Math.Sign(score.GetValueOrDefault(word))) > 0 == (e.Second == 1));
        Assert.InRange(right / 2000.0, 0.5, 0.85);
    }

    [Fact]
    public void Says_which_domains_there_are()
    {
        var error = Assert.Throws<UserErrorException>(() => Load(Small with { Domains = ["kitchen", "garden"] }));
        Assert.Equal("the domain 'garden' is unknown", error.Found);
        Assert.Equal("some of: kitchen, books, electronics, toys", error.Expected);
    }

    [Fact]
    public void Refuses_to_hold_out_the_only_domain() =>
        Assert.Equal("every domain is held out", Assert.Throws<UserErrorException>(() => Load(Small with { Domains = ["toys"] })).Found);

    private static DataBundle Load(GeneratedReviewsSettings settings, long seed = 1) =>
        new GeneratedReviews(settings).Load(new StageContext { Name = "data", StageSeed = seed });

    private static IReadOnlyList<string> Texts(Split split) => ((TextInputs)split.Inputs).Texts;
}
