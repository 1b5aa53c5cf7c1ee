namespace PluginKd.Data.Ranking.Tests;

/// <summary>Files and settings that lost questions in silence, made senseless pairs, or were answered by a wrong word.</summary>
public sealed class HostileRankingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectingLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Queries_without_a_candidate_are_counted_and_named()
    {
        Collection();
        var train = Load(new Retrieval(Settings with { Negatives = 0 }))["train"];
        Assert.Equal(["q1", "q2"], train.Groups!.Distinct());
        Assert.Contains("1 of 3 queries of 'train' have no candidate and are left out: q3; data.negatives above 0 gives them some", _log.Words);
        _log.Words.Clear();
        Assert.Equal(["q1", "q2", "q3"], Load(new Retrieval(Settings with { Negatives = 1 }))["train"].Groups!.Distinct());
        Assert.DoesNotContain(_log.Words, word => word.Contains("no candidate", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_so_when_no_judgement_can_be_used()
    {
        Collection();
        var path = _folder.File("qrels.txt", "z1 0 d1 1\nz2 0 d2 1\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new Retrieval(Settings with { OnError = OnError.Skip, TestShare = 0.3 })));
        Assert.Equal(("no query has a judgement that can be used", path), (error.Found, error.Where));
    }

    [Fact]
    public void Shares_leave_queries_to_learn_from()
    {
        var error = Assert.Throws<UserErrorException>(() => Load(new Retrieval(Settings with { TestShare = 0.5, ValidationShare = 0.5 })));
        Assert.Equal(("test and validation take 1 of the queries", "data.test-share"), (error.Found, error.Where));
    }

    [Theory]
    [InlineData("1", "1", "3", 1)]
    [InlineData("1", "2", "2", 2)]
    [InlineData("3", "2", "3", 3)]
    public void A_column_is_one_thing(string question, string candidate, string label, int twice)
    {
        var path = _folder.File("train.tsv", "who\tme\t1\nwho\tyou\t0\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new QuestionCandidates(new() { Train = ["train.tsv"], Question = question, Candidate = candidate, Label = label })));
        Assert.Equal(($"column {twice} is named twice", $"{path}:1"), (error.Found, error.Where));
    }

    [Fact]
    public void A_table_of_headings_only_has_no_candidate()
    {
        var path = _folder.File("train.tsv", "Question\tSentence\tLabel\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new QuestionCandidates(new() { Train = ["train.tsv"], Header = true })));
        Assert.Equal(("split 'train' has no candidate", path), (error.Found, error.Where));
    }

    private static RetrievalSettings Settings { get; } = new() { Documents = "documents.tsv", Queries = "queries.tsv", Qrels = "qrels.txt", Candidates = 2, ValidationShare = 0, TestShare = 0, AddRelevant = RelevantRule.Train };

    // The third query has no word of a document, and what it was judged on is not relevant.
    private void Collection()
    {
        _folder.File("documents.tsv", "d1\tred fish\nd2\tblue fish\nd3\tgreen bird\n");
        _folder.File("queries.tsv", "q1\tred\nq2\tbird\nq3\tzebra\n");
        _folder.File("qrels.txt", "q1 0 d1 1\nq2 0 d3 1\nq3 0 d2 0\n");
    }

    private DataBundle Load(IDataSource source) => source.Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Log = _log });
}
