namespace PluginKd.Data.Generated.Tests;

public sealed class GeneratedPairsConformance : KdConformance<GeneratedPairs>
{
    protected override object[] Settings =>
    [
        new GeneratedPairsSettings { Train = 30, Unlabelled = 20, Validation = 10, Test = 12 },
        new GeneratedPairsSettings { Train = 9, Unlabelled = 0, Validation = 0, Test = 9, Domains = ["farm"], HeldOut = "", Spurious = 0.5, Difficulty = 1 },
    ];
}

public class GeneratedPairsTests
{
    private const int Entailment = 0;
    private const int Neutral = 1;
    private const int Contradiction = 2;

    private static readonly GeneratedPairsSettings Small = new() { Train = 3000, Unlabelled = 300, Validation = 300, Test = 1500, Spurious = 0.9 };

    private static readonly DataBundle Data = Load(Small);

    [Fact]
    public void Has_the_splits_with_their_sizes_and_even_classes()
    {
        Assert.Equal(["train 3000", "validation 300", "test 1500", "test-unbiased 1500", "test-new-domain 1500", "unlabelled 300"], Data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.All(Data.Splits.Where(s => s.IsLabelled), s => Assert.All(s.Labels.CountBy(l => l), c => Assert.Equal(s.Count / 3, c.Value)));
        Assert.Equal(["harbour"], Data["test-new-domain"].Domains!.Distinct());
        Assert.Equal(["farm", "town"], Data["train"].Domains!.Distinct().Order());
        Assert.DoesNotContain(Load(Small with { Spurious = 0 }).Splits, s => s.Name == "test-unbiased");
    }

    [Fact]
    public void Writes_no_pair_twice_and_the_same_ones_for_the_same_seed()
    {
        var pairs = Data.Splits.SelectMany(Pairs).Select(p => (p.Premise, string.Join(' ', p.Hypothesis.Split(' ').SkipWhile(w => w != "the")))).ToList();
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Assert.Equal(Pairs(Data["test"]), Pairs(Load(Small with { Unlabelled = 600 })["test"]));
        Assert.NotEqual(Pairs(Data["test"]), Pairs(Load(Small, seed: 2)["test"]));
    }

    // A reading of the sentences that knows nothing of how they were made: what each says of person, deed and place.
    [Fact]
    public void Labels_follow_from_what_the_sentences_say()
    {
        foreach (var split in Data.Splits.Where(s => s.IsLabelled))
            foreach (var ((premise, hypothesis), label) in Pairs(split).Zip(split.Labels)) Assert.True(Judge(premise, hypothesis) == label, $"{premise} / {hypothesis}: {label}");
    }

    // Words of the hypothesis alone: about a third without a bond, far more with one.
    [Fact]
    public void A_hypothesis_alone_tells_the_label_only_where_a_word_gives_it_away()
    {
        Assert.InRange(ByHypothesis(Data["train"], Data["test"]), 0.8, 1);
        Assert.InRange(ByHypothesis(Data["train"], Data["test-unbiased"]), 0.25, 0.42);
        var plain = Load(Small with { Spurious = 0 });
        Assert.InRange(ByHypothesis(plain["train"], plain["test"]), 0.28, 0.39);
    }

    [Fact]
    public void Difficulty_is_the_share_of_hypotheses_that_say_no()
    {
        Assert.InRange(Pairs(Data["train"]).Average(p => p.Hypothesis.Contains(" is not ", StringComparison.Ordinal) ? 1.0 : 0), 0.27, 0.33);
        Assert.DoesNotContain(Pairs(Load(Small with { Difficulty = 0 })["train"]), p => p.Hypothesis.Contains(" is not ", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal("the domain 'moon' is unknown", Assert.Throws<UserErrorException>(() => Load(Small with { HeldOut = "moon" })).Found);
        Assert.Equal("every domain is held out", Assert.Throws<UserErrorException>(() => Load(Small with { Domains = ["harbour"] })).Found);
    }

    private static int Judge(string premise, string hypothesis)
    {
        var words = SceneWords.All.Single(w => Reads(w, premise) && Reads(w, hypothesis));
        var (p, h) = (Parts(words, premise), Parts(words, hypothesis));
        if ((h.Quality.Length > 0 && p.Quality != h.Quality) || (h.Person != words.General && p.Person != h.Person)) return Neutral;
        // The same one: now the deeds.
        var (isSame, excludes) = (p.Deed == h.Deed, (p.Deed ^ 1) == h.Deed);
        if (!p.IsNegated && !h.IsNegated) return excludes ? Contradiction : isSame && (h.Place.Length == 0 || p.Place == h.Place) ? Entailment : Neutral;
        if (!p.IsNegated && h.IsNegated) return excludes ? Entailment : isSame && (h.Place.Length == 0 || p.Place == h.Place) ? Contradiction : Neutral;
        if (p.IsNegated && h.IsNegated) return isSame && (p.Place.Length == 0 || p.Place == h.Place) ? Entailment : Neutral;
        return isSame && (p.Place.Length == 0 || p.Place == h.Place) ? Contradiction : Neutral;
    }

    private static bool Reads(SceneWords words, string text) => words.Actions.Any(a => text.Contains(a, StringComparison.Ordinal)) && words.Persons.Append(words.General).Any(n => text.Contains($" {n} is ", StringComparison.Ordinal));

    private static (string Quality, string Person, bool IsNegated, int Deed, string Place) Parts(SceneWords words, string text)
    {
        var halves = text.Split(" is ", 2);
        var (who, what) = (halves[0].Split(' ').SkipWhile(w => w != "the").Skip(1).ToArray(), halves[1]);
        var isNegated = what.StartsWith("not ", StringComparison.Ordinal);
        if (isNegated) what = what[4..];
        var deed = Array.FindIndex(words.Actions, a => what == a || what.StartsWith(a + " ", StringComparison.Ordinal));
        return (who.Length == 2 ? who[0] : "", who[^1], isNegated, deed, what[words.Actions[deed].Length..]);
    }

    private static double ByHypothesis(Split train, Split test)
    {
        var counts = new Dictionary<string, double[]>();
        foreach (var (pair, label) in Pairs(train).Zip(train.Labels))
            foreach (var word in pair.Hypothesis.Split(' ')) (counts.TryGetValue(word, out var c) ? c : counts[word] = [1, 1, 1])[label]++;
        return Pairs(test).Zip(test.Labels).Average(e =>
        {
            var scores = new double[3];
            foreach (var word in e.First.Hypothesis.Split(' ').Where(counts.ContainsKey))
                for (var c = 0; c < 3; c++) scores[c] += Math.Log(counts[word][c] / counts[word].Sum());
            return Array.IndexOf(scores, scores.Max()) == e.Second ? 1.0 : 0;
        });
    }

    private static List<(string Premise, string Hypothesis)> Pairs(Split split) =>
        [.. ((TextInputs)((PairInputs)split.Inputs).First).Texts.Zip(((TextInputs)((PairInputs)split.Inputs).Second).Texts)];

    private static DataBundle Load(GeneratedPairsSettings settings, long seed = 1) => new GeneratedPairs(settings).Load(new StageContext { Name = "data", StageSeed = seed });
}
