namespace PluginKd.Data.Generated;

/// <summary>Questions with candidates, one or two of them right: what a thing is asked about must be matched with what an answer tells, and with the thing.</summary>
/// <remarks>
/// A question and its answers have no word in common but the thing's, so the number of common words cannot tell the right candidates from wrong ones that speak of the same thing
/// (<c>difficulty</c>); the others tell the right kind of fact of another thing, or anything. Groups are questions. The order of candidates is drawn. No question occurs twice. All in memory.
/// </remarks>
/// <param name="settings">How many, how hard.</param>
[KdPlugin("generated-ranking", Settings = typeof(GeneratedRankingSettings))]
public sealed class GeneratedRanking(GeneratedRankingSettings settings) : IDataSource
{
    private const int MostDraws = 1000;

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var (splits, used) = (new List<Split>(), new HashSet<string>());
        Add("train", SplitRole.Train, settings.Train);
        Add("validation", SplitRole.Validation, settings.Validation);
        Add("test", SplitRole.Test, settings.Test);
        // Last, so that their number changes no other split.
        Add("unlabelled", SplitRole.Unlabelled, settings.Unlabelled);
        return new DataBundle(["no", "yes"], splits);

        void Add(string name, SplitRole role, int count)
        {
            if (count > 0) splits.Add(Write(name, role, count, splits.Sum(split => split.Count), used, context));
        }
    }

    private Split Write(string name, SplitRole role, int count, long first, HashSet<string> used, StageContext context)
    {
        var random = context.Random(name);
        var (questions, candidates, labels) = (new List<string>(), new List<string>(), new List<int>());
        for (var i = 0; i < count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var (topic, thing, question) = Question(used, random);
            foreach (var (text, isRight) in random.Shuffled(Candidates(topic, thing, random)))
            {
                questions.Add(question);
                candidates.Add(text);
                labels.Add(isRight ? 1 : 0);
            }
        }

        return new Split(name, role, new PairInputs(new TextInputs(questions), new TextInputs(candidates)), role == SplitRole.Unlabelled ? null : [.. labels],
            [.. Enumerable.Range(0, labels.Count).Select(i => first + i)])
        {
            Groups = questions,
        };
    }

    private static (int Topic, string Thing, string Question) Question(HashSet<string> used, SeededRandom random)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var (topic, thing) = (random.Next(Facts.Count), Facts.Thing(random));
            var question = Facts.Ask(topic, thing, random);
            if (used.Add(question)) return (topic, thing, question);
        }

        throw new UserErrorException($"there are no more questions that are new after {used.Count}", "fewer questions", "data", "lower the numbers of questions");
    }

    private List<(string Text, bool IsRight)> Candidates(int topic, string thing, SeededRandom random)
    {
        var right = random.NextDouble() < settings.Unanswered ? 0 : 1 + random.Next(2);
        var found = new Dictionary<string, bool>();
        while (found.Count < right) found.TryAdd(Facts.Tell(topic, thing, random), true);
        while (found.Count < settings.Candidates)
        {
            var isSame = random.NextDouble() < settings.Difficulty;
            var other = isSame ? thing : Facts.Thing(random);
            var about = isSame || random.Next(2) == 0 ? (topic + 1 + random.Next(Facts.Count - 1)) % Facts.Count : topic;
            if (about != topic || other != thing) found.TryAdd(Facts.Tell(about, other, random), false);
        }

        return [.. found.Select(candidate => (candidate.Key, candidate.Value))];
    }
}
