namespace PluginKd.Data.Ranking;

/// <summary>Finds the candidates of queries: documents that BM25 puts first, some at random, and relevant ones where they are to be added.</summary>
internal sealed class CandidateFinder(RetrievalSettings settings, Collection documents, Collection queries, Judgements judgements, StageContext context)
{
    private const int MostShown = 20;

    private readonly LexicalIndex _index = new(documents.Texts, settings.K1, settings.B);

    /// <summary>Makes a split of some queries with their candidates.</summary>
    /// <param name="name">Name of the split.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="wanted">Places of the queries.</param>
    /// <param name="first">Index of the first pair.</param>
    public Split Split(string name, SplitRole role, IReadOnlyList<int> wanted, long first)
    {
        var (pairs, labels, found, relevant) = (new PairList(), new List<int>(), 0, 0);
        var without = new List<string>();
        foreach (var query in wanted)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var best = _index.Best(queries.Texts[query], settings.Candidates);
            found += best.Count(document => judgements.Grade(query, document) > 0);
            relevant += judgements.Relevant(query).Count();
            var candidates = Candidates(query, best, role);
            if (candidates.Count == 0) without.Add(queries.Ids[query]);
            foreach (var document in candidates.Order())
            {
                pairs.Add(queries.Texts[query], documents.Texts[document], queries.Ids[query], documents.Ids[document]);
                labels.Add(settings.Graded ? judgements.Grade(query, document) : Math.Min(1, judgements.Grade(query, document)));
            }
        }

        // They are no question of the split, and its numbers are means over fewer.
        if (without.Count > 0) Words.Without(context.Log, without.Count, wanted.Count, name, string.Join(", ", without.Take(MostShown)) + (without.Count > MostShown ? ", …" : ""));
        // Of the test nothing is told before the end.
        if (role == SplitRole.Train) Words.Found(context.Log, found, relevant);
        return pairs.ToSplit(name, role, [.. labels], first);
    }

    private HashSet<int> Candidates(int query, int[] best, SplitRole role)
    {
        var candidates = best.ToHashSet();
        var isAdded = settings.AddRelevant == RelevantRule.Always || (settings.AddRelevant == RelevantRule.Train && role == SplitRole.Train);
        if (isAdded) candidates.UnionWith(judgements.Relevant(query).Select(judged => judged.Key));
        // From those outside BM25's best and not relevant, so that the draw is the same whatever the split.
        int[] others = [.. Enumerable.Range(0, documents.Ids.Count).Where(document => judgements.Grade(query, document) == 0).Except(best)];
        candidates.UnionWith(context.Random($"negatives/{queries.Ids[query]}").Shuffled(others).Take(settings.Negatives));
        return candidates;
    }
}
