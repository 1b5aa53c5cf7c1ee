using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Data.Ranking.Tests;

public sealed class RetrievalTests : IDisposable
{
    private static readonly string Here = Path.Combine(Places.Repository, "tests", "PluginKd.Data.Ranking.Tests", "Collection");

    private static readonly RetrievalSettings Small = new()
    {
        Documents = "documents.tsv",
        Queries = "queries.tsv",
        Qrels = "qrels.txt",
        Relevant = [1, 2],
        Candidates = 2,
        Negatives = 0,
        ValidationShare = 0,
        TestShare = 0,
    };

    private readonly TemporaryFolder _folder = new();

    public RetrievalTests()
    {
        foreach (var file in new[] { "documents.tsv", "queries.tsv", "qrels.txt" }) File.Copy(Path.Combine(Here, file), Path.Combine(_folder.Path, file));
    }

    public void Dispose() => _folder.Dispose();

    // reference.py wrote the scores.
    [Fact]
    public void Scores_documents_as_an_independent_program_does()
    {
        static string[] Texts(string file) => [.. File.ReadLines(Path.Combine(Here, file)).Select(line => line.Split('\t')[1])];
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Here, "scores.json")));
        foreach (var row in expected.RootElement.EnumerateArray())
        {
            var index = new LexicalIndex(Texts("documents.tsv"), row.GetProperty("k1").GetDouble(), row.GetProperty("b").GetDouble());
            foreach (var (query, scores) in Texts("queries.tsv").Zip(row.GetProperty("scores").EnumerateArray()))
                Assert.All(index.Scores(query).Zip(scores.EnumerateArray()), pair => Assert.Equal(pair.Second.GetDouble(), pair.First, 1e-12));
        }
    }

    [Fact]
    public void Cuts_texts_into_runs_of_letters_and_digits() => Assert.Equal(["größe", "2", "wing", "tip"], LexicalIndex.Terms(" Größe-2, wing--tip."));

    // The scores above for k₁ = 1.2: q1 prefers d1 and d4, q2 d3 and d4, q3 knows d4 alone, q4 none.
    [Fact]
    public void Pairs_queries_with_the_best_documents_and_the_relevant_ones_in_the_order_of_the_collection()
    {
        var train = Load(Small)["train"];
        Assert.Equal(["q1 d1", "q1 d2", "q1 d4", "q2 d3", "q2 d4", "q3 d4"], train.Ids!);
        Assert.Equal([1, 1, 0, 1, 1, 1], train.Labels);
        Assert.Equal(["q1", "q1", "q1", "q2", "q2", "q3"], train.Groups!);
        Assert.Equal("heat of a wing", ((TextInputs)((PairInputs)train.Inputs).First).Texts[1]);
        Assert.Equal("A wing, a tail and a body.", ((TextInputs)((PairInputs)train.Inputs).Second).Texts[1]);
    }

    [Fact]
    public void Makes_a_class_of_each_grade_where_that_is_asked_for()
    {
        var data = Load(Small with { Graded = true });
        Assert.Equal(["0", "1", "2"], data.Classes);
        Assert.Equal([1, 1, 0, 2, 1, 1], data["train"].Labels);
        Assert.Equal([2, 2, 0, 1, 2, 2], Load(Small with { Graded = true, Relevant = [2, 1] })["train"].Labels);
        Assert.Equal(["0", "1"], Load(Small).Classes);
    }

    [Fact]
    public void Adds_no_relevant_documents_to_a_test()
    {
        var settings = Small with { TestShare = 0.75, Candidates = 1, Negatives = 1 };
        var (plain, full) = (Load(settings)["test"], Load(settings with { AddRelevant = RelevantRule.Always })["test"]);
        // The best document of q1, q2 and q3 is a relevant one; q1 and q2 have a second, and three of four queries are in the test, so at least one of these two.
        Assert.Equal(plain.Groups!.Distinct().Count(group => group != "q4"), plain.Labels.Sum());
        Assert.Equal(plain.Labels.Sum() + plain.Groups!.Distinct().Count(group => group is "q1" or "q2"), full.Labels.Sum());
    }

    [Fact]
    public void Adds_none_to_training_either_where_that_is_wanted()
    {
        var settings = Small with { Candidates = 1, Negatives = 1 };
        var (added, found) = (Load(settings)["train"], Load(settings with { AddRelevant = RelevantRule.Never })["train"]);
        Assert.Equal(found.Groups!.Distinct().Count(group => group != "q4"), found.Labels.Sum());
        Assert.Equal(found.Labels.Sum() + added.Groups!.Distinct().Count(group => group is "q1" or "q2"), added.Labels.Sum());
    }

    [Fact]
    public void Draws_negatives_that_nobody_calls_relevant()
    {
        var data = Load(Small with { Negatives = 2 });
        foreach (var (group, ids) in data["train"].Groups!.Zip(data["train"].Ids!).GroupBy(p => p.First, p => p.Second).Select(g => (g.Key, g.ToList())))
        {
            var without = Load(Small)["train"].Ids!.Where(id => id.StartsWith(group + " ", StringComparison.Ordinal)).ToList();
            Assert.Equal(without.Count + 2, ids.Count);
            Assert.Empty(without.Except(ids));
        }

        // q1's relevant documents are d1 and d2, q2's d3 and d4, q3's d4.
        Assert.Equal(6 - 1, Load(Small with { Negatives = 2 })["train"].Labels.Sum());
        Assert.Equal(data["train"].Ids!, Load(Small with { Negatives = 2 })["train"].Ids!);
        Assert.NotEqual(Load(Small with { Negatives = 2 }, seed: 2)["train"].Ids!, data["train"].Ids!);
    }

    [Fact]
    public void Keeps_the_candidates_of_a_query_together_in_one_split()
    {
        var data = Load(Small with { TestShare = 0.25, ValidationShare = 0.25, Negatives = 1 });
        Assert.Equal(["train", "validation", "test"], data.Splits.Select(split => split.Name));
        Assert.Equal(4, data.Splits.Sum(split => split.Groups!.Distinct().Count()));
        Assert.Equal(4, data.Splits.SelectMany(split => split.Groups!).Distinct().Count());
        Assert.Equal(data.Splits.Sum(s => s.Count), data.Splits.SelectMany(s => s.Indices).Distinct().Count());
    }

    [Theory]
    [InlineData("qrels.txt", "q1 d1\n", "a line has 2 columns", ":1")]
    [InlineData("qrels.txt", "q1 0 d1 1\nq9 0 d1 1\n", "there is no query 'q9'", ":2:1")]
    [InlineData("qrels.txt", "q1 0 d9 1\n", "there is no document 'd9'", ":1:3")]
    [InlineData("qrels.txt", "q1 d9 1\n", "there is no document 'd9'", ":1:2")]
    [InlineData("qrels.txt", "q1 0 d1 x\n", "the grade is 'x'", ":1:4")]
    [InlineData("qrels.txt", "q1 0 d1 3\n", "the grade is 3", ":1:4")]
    [InlineData("qrels.txt", "q1 0 d1 1\nq1 0 d1 0\n", "document 'd1' is judged twice for query 'q1'", ":2:3")]
    [InlineData("qrels.txt", "q1 0 d1 1\n", "query 'q2' has no judgement", "")]
    [InlineData("documents.tsv", "d1\ta\nd1\tb\n", "document 'd1' occurs twice", ":2:2")]
    [InlineData("documents.tsv", "d1\ta\nd2\t \n", "document 'd2' has no text", ":2:2")]
    [InlineData("documents.tsv", "d1\n", "a line has 1 tab-separated column", ":1:1")]
    [InlineData("queries.tsv", "\tq\n", "the id is empty", ":1:1")]
    public void Refuses_entries_with_file_line_and_column(string file, string text, string found, string where)
    {
        var path = _folder.File(file, text);
        var error = Assert.Throws<UserErrorException>(() => Load(Small));
        Assert.Equal((found, path + where), (error.Found, error.Where));
    }

    [Fact]
    public void Leaves_out_counts_and_lists_what_cannot_be_used()
    {
        _folder.File("documents.tsv", File.ReadAllText(Path.Combine(Here, "documents.tsv")) + "d7\t\n");
        var path = _folder.File("qrels.txt", "q1 0 d7 1\n" + File.ReadAllText(Path.Combine(Here, "qrels.txt")));
        var log = new CollectingLog();
        var data = new Retrieval(Small with { OnError = OnError.Skip }).Load(Stage(1) with { Log = log });
        Assert.Equal(Load(Small with { OnError = OnError.Skip })["train"].Ids!, data["train"].Ids!);
        Assert.Contains("1 of 7 documents are left out", log.Words[0], StringComparison.Ordinal);
        Assert.Contains($"{path}:1:3: there is no document 'd7'", log.Words[1], StringComparison.Ordinal);
        Assert.StartsWith("1 of 4 queries of 'train' have no candidate and are left out: ", log.Words[2], StringComparison.Ordinal);
        Assert.Equal("BM25 finds 4 of 5 relevant documents of the training queries", log.Words[3]);
    }

    [Theory]
    [InlineData("text\n.I 1\n.W\na\n", "a text stands before the first .I", 1)]
    [InlineData(".I 1\nloose\n.W\na\n", "a text stands in block '1' before its first field", 2)]
    public void Refuses_blocks_out_of_order(string text, string found, int line)
    {
        var path = _folder.File("documents.tsv", text);
        var error = Assert.Throws<UserErrorException>(() => Load(Small with { Format = CollectionFormat.Smart }));
        Assert.Equal((found, $"{path}:{line}"), (error.Found, error.Where));
    }

    [Fact]
    public void Joins_the_fields_that_are_wanted_in_their_order()
    {
        var path = _folder.File("smart", ".I 1\n.T\nthe\ntitle .\n.A\nan author\n.W\n  the body\n.3 not a field\n.I 2\n.W\n.I 3\n.W\nlast\n");
        Assert.Equal([("1", "the body .3 not a field the title .", $"{path}:1"), ("2", "", $"{path}:10"), ("3", "last", $"{path}:12")], SmartFile.Read(new DataFile(path), ["W", "T"], new SkippedEntries(OnError.Refuse, "documents", NullLogger.Instance), default));
    }

    [Fact]
    public void Says_when_a_grade_stands_twice_or_shares_leave_nothing()
    {
        Assert.Equal("a grade stands twice", Assert.Throws<UserErrorException>(() => Load(Small with { Relevant = [1, 1] })).Found);
        Assert.Equal("a share of 0.9 of 4 questions is 4", Assert.Throws<UserErrorException>(() => Load(Small with { TestShare = 0.9 })).Found);
        Assert.Equal("data.test-share", Assert.Throws<UserErrorException>(() => Load(Small with { TestShare = 0.9 })).Where);
    }

    // reference.py: 1398 documents with a text, 863 relevant ones among the first 50 of 225 queries. Of 1612 judgements above 0 one is of a document without text.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_all_of_Cranfield_and_finds_what_an_independent_program_finds()
    {
        var log = new CollectingLog();
        var settings = new RetrievalSettings
        {
            Path = "cranfield",
            Documents = "cran.all.1400",
            Queries = "cran.qry",
            Qrels = "cranqrel",
            Format = CollectionFormat.Smart,
            Fields = ["W"],
            QueryNumbers = QueryNumbers.Order,
            Relevant = [4, 3, 2, 1],
            TestShare = 0,
            ValidationShare = 0,
            OnError = OnError.Skip,
            Negatives = 0,
        };
        var train = new Retrieval(settings).Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = Path.Combine(Places.Shared!, "data"), Log = log })["train"];
        Assert.Equal(225, train.Groups!.Distinct().Count());
        Assert.Contains("document '471' has no text", log.Words[0], StringComparison.Ordinal);
        Assert.StartsWith("BM25 finds 863 of 1611 ", log.Words[^1], StringComparison.Ordinal);
        Assert.Equal(1611, train.Labels.Sum());
    }

    private StageContext Stage(long seed) => new() { Name = "data", StageSeed = seed, BaseFolder = _folder.Path };

    private DataBundle Load(RetrievalSettings settings, long seed = 1) => new Retrieval(settings).Load(Stage(seed));
}
