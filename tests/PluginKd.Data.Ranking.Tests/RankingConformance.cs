namespace PluginKd.Data.Ranking.Tests;

public sealed class QuestionCandidatesConformance : KdConformance<QuestionCandidates>
{
    protected override object[] Settings =>
    [
        new QuestionCandidatesSettings { Train = ["train.tsv"], ValidationShare = 0.5 },
        new QuestionCandidatesSettings
        {
            Path = "data",
            Train = ["train.tsv"],
            Test = ["test.tsv"],
            Unlabelled = ["more.tsv"],
            Header = true,
            Question = "Question",
            Candidate = "Sentence",
            Label = "Label",
            QuestionId = "QuestionID",
            CandidateId = "SentenceID",
        },
        new QuestionCandidatesSettings { Train = ["a.txt", "b.txt", "id.txt", "sim.txt"], OnError = OnError.Skip },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train.tsv"] = "who\tme\t1\nwho\tyou\t0\nwhere\tHERE\t1\nwhere\tthere\t0\n",
        ["data/train.tsv"] = "QuestionID\tQuestion\tSentenceID\tSentence\tLabel\nQ1\twho\tS1\tme\t1\nQ1\twho\tS2\tyou\t0\n",
        ["data/test.tsv"] = "QuestionID\tQuestion\tSentenceID\tSentence\tLabel\nQ2\twhere\tS1\there\t1\nQ2\twhere\tS2\tI do not know\t0\n",
        ["data/more.tsv"] = "QuestionID\tQuestion\tSentenceID\tSentence\nQ3\twhen\tS1\tnow\n",
        ["a.txt"] = "who\nwho\nwhere\n",
        ["b.txt"] = "me\nyou\n\n",
        ["id.txt"] = "1\n1\n2\n",
        ["sim.txt"] = "1\n0\n1\n",
    };
}

public sealed class RetrievalConformance : KdConformance<Retrieval>
{
    protected override object[] Settings =>
    [
        new RetrievalSettings { Documents = "documents.tsv", Queries = "queries.tsv", Qrels = "qrels.txt", Relevant = [1, 2], Candidates = 2, Negatives = 1, ValidationShare = 0.25, TestShare = 0.25 },
        new RetrievalSettings
        {
            Documents = "documents.smart",
            Queries = "queries.smart",
            Qrels = "qrels.smart",
            Format = CollectionFormat.Smart,
            QueryNumbers = QueryNumbers.Order,
            Relevant = [2, 1],
            Graded = true,
            OnError = OnError.Skip,
            ValidationShare = 0,
            TestShare = 0.5,
            AddRelevant = RelevantRule.Always,
        },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["documents.tsv"] = "d1\tfast WING\nd2\tslow wing\nd3\tflat plate\n",
        ["queries.tsv"] = "q1\twing\nq2\tplate\nq3\tslow\nq4\tfast\n",
        ["qrels.txt"] = "q1 0 d1 2\nq2 0 d3 1\nq3 0 d2 1\nq4 0 d1 1\n",
        ["documents.smart"] = ".I 1\n.T\nfast wing\n.W\na wing is fast\n.I 2\n.T\nslow\n.A\nsomebody\n.W\nplate\n.I 3\n.T\n.W\n",
        ["queries.smart"] = ".I 007\n.W\nwing\n.I 009\n.W\nplate\n",
        ["qrels.smart"] = "1 1 2 \n1 2 -1 \n2 2 1 \n2 3 1\n",
    };
}
