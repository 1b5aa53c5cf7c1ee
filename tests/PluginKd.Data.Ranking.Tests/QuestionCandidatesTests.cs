using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Ranking.Tests;

public sealed class QuestionCandidatesTests : IDisposable
{
    private const string Heading = "QuestionID\tQuestion\tSentenceID\tSentence\tLabel\n";

    private static readonly QuestionCandidatesSettings Headed = new()
    {
        Train = ["train.tsv"],
        Header = true,
        Question = "Question",
        Candidate = "Sentence",
        Label = "Label",
        QuestionId = "QuestionID",
        CandidateId = "SentenceID",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_pairs_in_the_order_of_the_file_and_groups_them_by_question()
    {
        _folder.File("train.tsv", "who \"is\tme\t1\nwho \"is\tyou\t0\n\nwhere\tme\t0\n");
        var train = Load(new() { Train = ["train.tsv"] })["train"];
        Assert.Equal(["who \"is", "who \"is", "where"], First(train));
        Assert.Equal(["me", "you", "me"], Second(train));
        Assert.Equal([1, 0, 0], train.Labels);
        Assert.Equal(["who \"is", "who \"is", "where"], train.Groups!);
        Assert.Null(train.Ids);
        Assert.Equal([0, 1, 2], train.Indices);
    }

    [Fact]
    public void Finds_columns_by_their_headings_and_numbers()
    {
        _folder.File("train.tsv", Heading + "Q1\twho\tS0\tme\t1\nQ2\twho\tS0\tyou\t0\n");
        var train = Load(Headed)["train"];
        Assert.Equal(["Q1", "Q2"], train.Groups!);
        Assert.Equal(["Q1 S0", "Q2 S0"], train.Ids!);
        Assert.Equal(["me", "you"], Second(train));
        Assert.Equal(["me", "you"], Second(Load(Headed with { Candidate = "4" })["train"]));
    }

    [Fact]
    public void Reads_four_parallel_files()
    {
        foreach (var (name, text) in new[] { ("a", "who\nwho\nwho\n"), ("b", "me\nyou\nthey\n"), ("id", "1.5\n1.5\n2\n"), ("sim", "1\n0\n0\n") }) _folder.File(name, text);
        var train = Load(new() { Train = ["a", "b", "id", "sim"] })["train"];
        Assert.Equal(["1.5", "1.5", "2"], train.Groups!);
        Assert.Equal([1, 0, 0], train.Labels);
        Assert.Equal(["me", "you", "they"], Second(train));
    }

    [Fact]
    public void Says_which_of_four_files_is_too_short()
    {
        foreach (var (name, text) in new[] { ("a", "who\nwho\n"), ("b", "me\nyou\n"), ("id", "1\n"), ("sim", "1\n0\n") }) _folder.File(name, text);
        var error = Error(new() { Train = ["a", "b", "id", "sim"] });
        Assert.Equal("the file of question ids ends after 1 lines, and that of questions goes on", error.Found);
        Assert.Equal(At("id", 1), error.Where);
    }

    [Theory]
    [InlineData("who\tme\t1\nwho\tyou\n", "a line has 2 tab-separated columns", 2, 2)]
    [InlineData("who\tme\t1\nwho\t \t0\n", "the candidate is empty", 2, 2)]
    [InlineData("who\tme\t1\n\tyou\t0\n", "the question is empty", 2, 1)]
    public void Refuses_entries_with_file_line_and_column_or_leaves_them_out(string text, string found, int line, int column)
    {
        _folder.File("train.tsv", text + "where\there\t0\n");
        var error = Error(new() { Train = ["train.tsv"] });
        Assert.Equal((found, $"{At("train.tsv", line)}:{column}"), (error.Found, error.Where));
        Assert.Contains("data.on-error=skip", error.Fix, StringComparison.Ordinal);
        var log = new CollectingLog();
        var train = new QuestionCandidates(new() { Train = ["train.tsv"], OnError = OnError.Skip }).Load(Stage() with { Log = log })["train"];
        Assert.Equal(["me", "here"], Second(train));
        Assert.Equal([0, 1], train.Indices);
        var line1 = Assert.Single(log.Words);
        Assert.Contains("1 of 3 candidates of 'train' are left out", line1, StringComparison.Ordinal);
        Assert.Contains($"{error.Where}: {found}", line1, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_out_lines_that_are_no_text_and_labels_that_training_lacks()
    {
        _folder.File("train.tsv", "who\tme\t1\nwho\tyou\t0\n");
        var test = _folder.File("test.tsv", "who\tme\t1\nwho\tyou\t2\nwho\t\0\t0\n");
        var log = new CollectingLog();
        var data = new QuestionCandidates(new() { Train = ["train.tsv"], Test = ["test.tsv"], OnError = OnError.Skip }).Load(Stage() with { Log = log });
        Assert.Equal(["me"], Second(data["test"]));
        Assert.Equal([$"2 of 3 candidates of 'test' are left out:\n  {test}:2:3: label '2' does not occur in the training split\n  {test}:3: byte 5 of the line is NUL"], log.Words);
    }

    [Theory]
    [InlineData("Q1\twho\tS1\tme\t1\nQ1\twhere\tS2\tyou\t0\n", "question id 'Q1' stands for another question further up", 2)]
    [InlineData("Q1\twho\tS1\tme\t1\nQ1\twho\tS1\tyou\t0\n", "candidate id 'S1' stands twice for one question", 4)]
    public void Refuses_ids_that_stand_for_two_things(string text, string found, int column)
    {
        _folder.File("train.tsv", Heading + text);
        var error = Error(Headed);
        Assert.Equal((found, $"{At("train.tsv", 3)}:{column}"), (error.Found, error.Where));
    }

    [Fact]
    public void Says_which_column_is_not_there()
    {
        _folder.File("train.tsv", Heading + "Q1\twho\tS1\tme\t1\n");
        var error = Error(Headed with { Candidate = "Answer" });
        Assert.Equal(("there is no column 'Answer'", "one of: QuestionID, Question, SentenceID, Sentence, Label", "correct data.candidate"), (error.Found, error.Expected, error.Fix));
        Assert.Equal("a number from 1 to 5, or a heading and header = true", Error(new() { Train = ["train.tsv"], Label = "9" }).Expected);
    }

    [Fact]
    public void Reads_no_labels_of_unlabelled_pairs_and_needs_no_column_of_them()
    {
        _folder.File("train.tsv", "who\tme\t1\nwho\tyou\t0\n");
        _folder.File("more.tsv", "when\tnow\n");
        var more = Load(new() { Train = ["train.tsv"], Unlabelled = ["more.tsv"] })["unlabelled"];
        Assert.Equal(([-1], [2L], SplitRole.Unlabelled), (more.Labels, more.Indices, more.Role), Same);
        static bool Same((int[], long[], SplitRole) a, (int[], long[], SplitRole) b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2) && a.Item3 == b.Item3;
    }

    [Fact]
    public void Names_file_line_and_column_of_a_label_that_training_never_saw()
    {
        _folder.File("train.tsv", "who\tme\t1\nwho\tyou\t0\n");
        _folder.File("test.tsv", "who\tme\t1\nwho\tyou\t2\n");
        var error = Error(new() { Train = ["train.tsv"], Test = ["test.tsv"] });
        Assert.Equal(("label '2' does not occur in the training split", $"{At("test.tsv", 2)}:3"), (error.Found, error.Where));
    }

    [Fact]
    public void Draws_validation_question_by_question()
    {
        _folder.File("train.tsv", string.Concat(Enumerable.Range(0, 40).Select(i => $"question {i / 4}\tanswer {i}\t{i % 2}\n")));
        var data = Load(new() { Train = ["train.tsv"], ValidationShare = 0.3 });
        Assert.Equal((28, 12), (data["train"].Count, data["validation"].Count));
        Assert.Empty(data["train"].Groups!.Intersect(data["validation"].Groups!));
        Assert.Equal(data["validation"].Indices, Load(new() { Train = ["train.tsv"], ValidationShare = 0.3 })["validation"].Indices);
        Assert.Equal("a share of 0.01 of 10 questions is 0", Error(new() { Train = ["train.tsv"], ValidationShare = 0.01 }).Found);
        Assert.Equal("both validation files and a validation share are given", Error(new() { Train = ["train.tsv"], Validation = ["x"], ValidationShare = 0.3 }).Found);
    }

    [Fact]
    public void Refuses_a_packed_file_that_was_cut_short()
    {
        using var packed = new MemoryStream();
        using (var file = new GZipStream(packed, CompressionMode.Compress)) file.Write(Encoding.UTF8.GetBytes("who\tme\t1\nwho\tyou\t0\n"));
        var path = Path.Combine(_folder.Path, "train.tsv.gz");
        File.WriteAllBytes(path, packed.ToArray());
        Assert.Equal(2, Load(new() { Train = ["train.tsv"] })["train"].Count);
        File.WriteAllBytes(path, packed.ToArray()[..^4]);
        var error = Error(new() { Train = ["train.tsv"] });
        Assert.Equal(("the gzip file ends too early or is damaged", path), (error.Found, error.Where));
    }

    [Fact]
    public void Says_how_many_files_make_a_split() => Assert.Equal("2 files are named", Error(new() { Train = [_folder.File("a", "x"), _folder.File("b", "x")] }).Found);

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_all_of_WikiQA()
    {
        var data = Shared(new() { Path = "wikiqa", Train = ["WikiQA-train.txt"], Validation = ["WikiQA-dev.txt"], Test = ["WikiQA-test.txt"] });
        Assert.Equal((20360, 1040, 2118), Counts(data["train"]));
        Assert.Equal((2733, 140, 296), Counts(data["validation"]));
        Assert.Equal((6165, 293, 633), Counts(data["test"]));
        var byHeadings = Shared(Headed with { Path = "wikiqa", Train = ["WikiQA-dev.tsv"], Test = ["WikiQA-test.tsv"] });
        Assert.Equal((2733, 140, 296), Counts(byHeadings["train"]));
        Assert.Equal((6165, 293, 633), Counts(byHeadings["test"]));
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_all_of_TrecQA()
    {
        static string[] Four(string split) => [$"{split}.a.toks", $"{split}.b.toks", $"{split}.id.txt", $"{split}.sim.txt"];
        var data = Shared(new() { Path = "trecqa", Train = Four("train"), Validation = Four("clean-dev"), Test = Four("clean-test") });
        Assert.Equal((4718, 348), (data["train"].Count, data["train"].Labels.Sum()));
        Assert.Equal((1117, 65), (data["validation"].Count, data["validation"].Groups!.Distinct().Count()));
        Assert.Equal((1442, 68), (data["test"].Count, data["test"].Groups!.Distinct().Count()));
    }

    private static DataBundle Shared(QuestionCandidatesSettings settings) =>
        new QuestionCandidates(settings).Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = Path.Combine(Places.Shared!, "data") });

    private static (int Pairs, int Right, int Questions) Counts(Split split) => (split.Count, split.Labels.Sum(), split.Groups!.Distinct().Count());

    private string At(string file, int line) => $"{Path.Combine(_folder.Path, file)}:{line}";

    private UserErrorException Error(QuestionCandidatesSettings settings) => Assert.Throws<UserErrorException>(() => Load(settings));

    private StageContext Stage() => new() { Name = "data", StageSeed = 1, BaseFolder = _folder.Path };

    private DataBundle Load(QuestionCandidatesSettings settings) => new QuestionCandidates(settings).Load(Stage());

    private static IReadOnlyList<string> First(Split split) => ((TextInputs)((PairInputs)split.Inputs).First).Texts;

    private static IReadOnlyList<string> Second(Split split) => ((TextInputs)((PairInputs)split.Inputs).Second).Texts;
}
