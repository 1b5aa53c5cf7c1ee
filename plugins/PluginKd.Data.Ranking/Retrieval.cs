using System.Globalization;

namespace PluginKd.Data.Ranking;

/// <summary>Queries with candidate documents from a collection with judgements: those that BM25 finds best, and some drawn at random.</summary>
/// <remarks>
/// <para>An example is a pair (query, document), its group the query. Candidates stand in the order of the collection, so that their order tells nothing. Documents that nobody judged count as not
/// relevant. BM25 is that of <c>LexicalIndex</c>: <c>Σ over terms of ln(1 + (N − n + ½)/(n + ½)) · f·(k₁ + 1) / (f + k₁·(1 − b + b·l/m))</c>.</para>
/// <para>Queries are drawn into training, validation and test by the run's seed; the candidates of a query do not depend on that draw. Relevant documents that BM25 misses are added to training
/// queries only, unless settings say otherwise: what a test measures is the reordering of a first search.</para>
/// <para>Source of BM25: Robertson and Zaragoza (2009), DOI 10.1561/1500000019. Format smart: the Cranfield collection (Cleverdon 1967).</para>
/// </remarks>
/// <param name="settings">Files, candidates, splits.</param>
[KdPlugin("retrieval", Settings = typeof(RetrievalSettings))]
public sealed class Retrieval(RetrievalSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        if (settings.Relevant.Distinct().Count() < settings.Relevant.Count)
            throw new UserErrorException("a grade stands twice", "each grade once, from least to most relevant", "data.relevant", "correct the list");
        if (settings.TestShare + settings.ValidationShare >= 1)
            throw new UserErrorException($"test and validation take {settings.TestShare + settings.ValidationShare} of the queries", "less than 1 together", "data.test-share", "lower one of the shares");
        var documents = ReadCollection("document", settings.Documents, "documents", isNumbered: false, context);
        var queries = ReadCollection("query", settings.Queries, "queries", settings.QueryNumbers == QueryNumbers.Order, context);
        var (file, skipped) = (Find(settings.Qrels, "qrels", context), new SkippedEntries(settings.OnError, "judgements", context.Log));
        var judgements = Judgements.Read(file, queries, documents, settings.Relevant, skipped, context.Cancellation);
        skipped.Report(judgements.Count);
        var judged = Judged(queries, judgements, file, context);
        return Bundle(new CandidateFinder(settings, documents, queries, judgements, context), [.. judged.Select(query => queries.Ids[query])], queries, context);
    }

    private DataBundle Bundle(CandidateFinder finder, List<string> ids, Collection queries, StageContext context)
    {
        var test = Drawn(ids, settings.TestShare, ids.Count, "test", context);
        var validation = Drawn([.. ids.Except(test)], settings.ValidationShare, ids.Count, "validation", context);
        List<Split> splits = [];
        Add("train", SplitRole.Train, ids.Where(id => !test.Contains(id) && !validation.Contains(id)));
        if (validation.Count > 0) Add("validation", SplitRole.Validation, ids.Where(validation.Contains));
        if (test.Count > 0) Add("test", SplitRole.Test, ids.Where(test.Contains));
        var grades = settings.Graded ? settings.Relevant.Count : 1;
        return new DataBundle([.. Enumerable.Range(0, grades + 1).Select(grade => grade.ToString(CultureInfo.InvariantCulture))], splits);

        void Add(string name, SplitRole role, IEnumerable<string> names) => splits.Add(finder.Split(name, role, [.. names.Select(queries.Find)], splits.Sum(split => split.Count)));
    }

    // The share is one of all queries, also of those that the test has taken its own from.
    private static HashSet<string> Drawn(List<string> names, double share, int all, string name, StageContext context) =>
        share == 0 ? [] : QuestionShare.Draw(names, share * all / names.Count, $"data.{name}-share", context.Random(name));

    private Collection ReadCollection(string kind, string name, string setting, bool isNumbered, StageContext context)
    {
        var skipped = new SkippedEntries(settings.OnError, setting, context.Log);
        var collection = Collection.Read(kind, Find(name, setting, context), settings, isNumbered, skipped, context.Cancellation);
        skipped.Report(collection.Ids.Count);
        return collection;
    }

    private int[] Judged(Collection queries, Judgements judgements, DataFile file, StageContext context)
    {
        var skipped = new SkippedEntries(settings.OnError, "queries that were read", context.Log);
        int[] judged = [.. Enumerable.Range(0, queries.Ids.Count).Where(judgements.Know)];
        foreach (var query in Enumerable.Range(0, queries.Ids.Count).Except(judged))
            skipped.Add(new UserErrorException($"query '{queries.Ids[query]}' has no judgement", "at least one", file.Path, "mend the file"));
        skipped.Report(judged.Length);
        return judged.Length > 0 ? judged : throw new UserErrorException("no query has a judgement that can be used", "at least one", file.Path, "check the ids, and data.query-numbers");
    }

    private DataFile Find(string name, string setting, StageContext context) => DataFile.Find(context.PathOf(Path.Combine(settings.Path, name)), $"data.{setting}");
}
