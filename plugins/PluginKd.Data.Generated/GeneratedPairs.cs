namespace PluginKd.Data.Generated;

/// <summary>Pairs of sentences, premise and hypothesis: the first entails the second, leaves it open, or contradicts it.</summary>
/// <remarks>
/// The hypothesis is drawn before the label, so without the knob <c>spurious</c> it tells nothing alone; with it, a word in front of the hypothesis (<c>surely</c>, <c>perhaps</c>,
/// <c>hardly</c>) goes with the label in that share of the pairs, and the split <c>test-unbiased</c> has such words without the bond. No pair occurs twice. Labels come in turn,
/// so the classes are as even as they can be. All pairs are held in memory.
/// </remarks>
/// <param name="settings">How many, about what, how hard.</param>
[KdPlugin("generated-pairs", Settings = typeof(GeneratedPairsSettings))]
public sealed class GeneratedPairs(GeneratedPairsSettings settings) : IDataSource
{
    // A domain has some hundred thousand pairs; when so many draws bring nothing new, it is about used up.
    private const int MostDraws = 1000;

    private static readonly string[] Bonds = ["surely", "perhaps", "hardly"];

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var known = SceneWords.All.Select(words => words.Name).ToArray();
        foreach (var name in settings.Domains.Append(settings.HeldOut).Where(name => name.Length > 0 && !known.Contains(name)))
            throw new UserErrorException($"the domain '{name}' is unknown", $"some of: {string.Join(", ", known)}", "data.domains", "correct the name");
        SceneWords[] domains = [.. SceneWords.All.Where(words => settings.Domains.Contains(words.Name) && words.Name != settings.HeldOut)];
        if (domains.Length == 0) throw new UserErrorException("every domain is held out", "at least one more", "data.domains", "add a domain");
        var (splits, used) = (new List<Split>(), new HashSet<(string Premise, string Hypothesis)>());
        Add("train", SplitRole.Train, settings.Train, domains);
        Add("validation", SplitRole.Validation, settings.Validation, domains);
        Add("test", SplitRole.Test, settings.Test, domains);
        if (settings.Spurious > 0) Add("test-unbiased", SplitRole.Test, settings.Test, domains, hasBond: false);
        if (settings.HeldOut.Length > 0) Add("test-new-domain", SplitRole.Test, settings.Test, [.. SceneWords.All.Where(words => words.Name == settings.HeldOut)]);
        // Last, so that their number changes no other split.
        Add("unlabelled", SplitRole.Unlabelled, settings.Unlabelled, domains);
        return new DataBundle(SceneRules.Labels, splits);

        void Add(string name, SplitRole role, int count, SceneWords[] from, bool hasBond = true)
        {
            if (count > 0) splits.Add(Write(name, role, count, from, hasBond, splits.Sum(split => split.Count), used, context));
        }
    }

    private Split Write(string name, SplitRole role, int count, SceneWords[] domains, bool hasBond, long first, HashSet<(string Premise, string Hypothesis)> used, StageContext context)
    {
        var random = context.Random(name);
        SceneRules[] rules = [.. domains.Select(words => new SceneRules(words, settings.Difficulty))];
        var (premises, hypotheses, labels) = (new string[count], new string[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            labels[i] = i % SceneRules.Labels.Count;
            var domain = i / SceneRules.Labels.Count % domains.Length;
            (premises[i], hypotheses[i]) = Pair(rules[domain], domains[domain], labels[i], hasBond, used, random);
        }

        return new Split(name, role, new PairInputs(new TextInputs(premises), new TextInputs(hypotheses)), role == SplitRole.Unlabelled ? null : labels,
            [.. Enumerable.Range(0, count).Select(i => first + i)])
        {
            Domains = [.. Enumerable.Range(0, count).Select(i => domains[i / SceneRules.Labels.Count % domains.Length].Name)],
        };
    }

    private (string Premise, string Hypothesis) Pair(SceneRules rules, SceneWords words, int label, bool hasBond, HashSet<(string Premise, string Hypothesis)> used, SeededRandom random)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var hypothesis = rules.Hypothesis(random);
            var (first, second) = (words.Write(rules.Premise(hypothesis, label, random)), words.Write(hypothesis));
            // The word stands outside the sentence's meaning; what is known twice is the pair without it.
            if (used.Add((first, second))) return (first, random.NextDouble() < settings.Spurious ? $"{Bonds[hasBond ? label : random.Next(Bonds.Length)]} {second}" : second);
        }

        throw new UserErrorException($"the domain '{words.Name}' has no more pairs that are new", "fewer pairs, or more domains", "data", "lower the numbers, or add domains");
    }
}
