namespace PluginKd.Data.Generated.Tests;

public sealed class GeneratedRankingConformance : KdConformance<GeneratedRanking>
{
    protected override object[] Settings =>
    [
        new GeneratedRankingSettings { Train = 10, Unlabelled = 5, Validation = 3, Test = 5 },
        new GeneratedRankingSettings { Train = 4, Unlabelled = 0, Validation = 0, Test = 4, Candidates = 50, Difficulty = 1, Unanswered = 0.5 },
    ];
}

public class GeneratedRankingTests
{
    private static readonly GeneratedRankingSettings Small = new() { Train = 300, Unlabelled = 100, Validation = 50, Test = 200 };

    private static readonly DataBundle Data = Load(Small);

    [Fact]
    public void Has_as_many_candidates_for_each_question_and_one_or_two_right_ones()
    {
        Assert.Equal(["train 3000", "validation 500", "test 2000", "unlabelled 1000"], Data.Splits.Select(s => $"{s.Name} {s.Count}"));
        foreach (var question in Data["train"].Groups!.Zip(Data["train"].Labels).GroupBy(p => p.First, p => p.Second))
        {
            Assert.Equal(10, question.Count());
            Assert.InRange(question.Sum(), 0, 2);
        }

        Assert.InRange(Data["train"].Groups!.Zip(Data["train"].Labels).GroupBy(p => p.First, p => p.Second).Count(q => q.Sum() == 0), 15, 50);
        Assert.All(Data["unlabelled"].Labels, label => Assert.Equal(Split.Unlabelled, label));
    }

    [Fact]
    public void Asks_no_question_twice_and_the_same_ones_for_the_same_seed()
    {
        var questions = Data.Splits.SelectMany(s => s.Groups!.Distinct()).ToList();
        Assert.Equal(questions.Count, questions.Distinct().Count());
        Assert.Equal(Candidates(Data["test"]), Candidates(Load(Small with { Unlabelled = 200 })["test"]));
        Assert.NotEqual(Candidates(Data["test"]), Candidates(Load(Small, seed: 2)["test"]));
    }

    // Common words find the thing, not the fact: the first of the right ones stands above all others in few questions.
    [Theory]
    [InlineData(0, 0.3, 1)]
    [InlineData(1, 0, 0.3)]
    public void Common_words_tell_less_the_harder_it_is(double difficulty, double least, double most)
    {
        var test = Load(Small with { Difficulty = difficulty, Unanswered = 0 })["test"];
        var questions = Enumerable.Range(0, test.Count).GroupBy(i => test.Groups![i]).ToList();
        var first = questions.Average(question =>
        {
            var words = question.Key.Split(' ').ToHashSet();
            int Common(int i) => Candidates(test)[i].Split(' ').Distinct().Count(words.Contains);
            var best = question.Max(Common);
            return question.Where(i => Common(i) == best).Average(i => test.Labels[i]);
        });
        Assert.InRange(first, least, most);
    }

    // In every right answer the thing of the question stands, and one value of what was asked.
    [Fact]
    public void Right_answers_are_of_the_thing_and_all_others_are_not_or_of_something_else()
    {
        string[][] values = [["red", "blue"], ["the kitchen", "the attic"], ["five pounds", "ten pounds"], ["oak", "steel"], ["last year", "a century ago"]];
        string[] asked = ["colour painted", "where room", "price costs", "material stuff", "old age"];
        var test = Data["test"];
        for (var i = 0; i < test.Count; i++)
        {
            var (question, answer) = (test.Groups![i], Candidates(test)[i]);
            var topic = Array.FindIndex(asked, words => words.Split(' ').Any(question[..question.IndexOf("the ", StringComparison.Ordinal)].Contains) || words.Split(' ').Any(w => question.StartsWith($"what is the {w} of", StringComparison.Ordinal)));
            var told = Array.FindIndex(values, v => v.Any(answer.Contains));
            if (told < 0 || topic < 0) continue;
            var thing = answer[..answer.IndexOf(' ', answer.IndexOf(" of ", StringComparison.Ordinal) + 4)];
            Assert.Equal(question.Contains(thing, StringComparison.Ordinal) && told == topic ? 1 : 0, test.Labels[i]);
        }
    }

    private static IReadOnlyList<string> Candidates(Split split) => ((TextInputs)((PairInputs)split.Inputs).Second).Texts;

    private static DataBundle Load(GeneratedRankingSettings settings, long seed = 1) => new GeneratedRanking(settings).Load(new StageContext { Name = "data", StageSeed = seed });
}
