namespace PluginKd.Sdk.Tests;

public class TokenLabelsTests
{
    private static readonly TokenLabels Labels = new([[0, 1], [2], [], [1, 1, 0]]);

    [Fact]
    public void Labels_lie_one_behind_the_other_and_are_found_by_sequence()
    {
        Assert.Equal((4, 3), (Labels.Count, Labels.Longest));
        Assert.Equal([0, 1, 2, 1, 1, 0], Labels.All);
        Assert.Equal([2L, 3L, 3L, 6L], Labels.Ends);
        Assert.Equal([0, 0, 1, 3, 3, 3], Labels.SequenceOfEach());
        Assert.Equal([1, 1, 0], Labels[3].ToArray());
        Assert.Empty(Labels[2].ToArray());
    }

    [Fact]
    public void Taking_and_joining_keep_sequences_whole()
    {
        var joined = TokenLabels.Concat([Labels.Take([3, 2]), Labels.Take([0, 0])]);

        Assert.Equal([1, 1, 0, 0, 1, 0, 1], joined.All);
        Assert.Equal([3L, 3L, 5L, 7L], joined.Ends);
    }

    [Fact]
    public void Rows_of_tokens_are_found_in_a_table_with_room_for_the_longest()
    {
        var table = arange(4 * 5 * 2).reshape(4, 5, 2);

        Assert.Equal([0L, 2L, 10L, 30L, 32L, 34L], Labels.Rows(table).select(1, 0).data<long>().ToArray());
        Assert.Equal([0L, 1L, -2L, 2L, -2L, -2L, -2L, -2L, -2L, 1L, 1L, 0L], Labels.ToTable().flatten().data<long>().ToArray());
    }

    [Fact]
    public void An_end_that_is_not_the_number_of_labels_is_refused() => Assert.Throws<ArgumentException>(() => new TokenLabels([1, 2, 3], [1, 2]));

    [Fact]
    public void A_split_of_tokens_gives_each_token_what_its_sequence_has()
    {
        var split = new Split("train", SplitRole.Train, new TokenInputs([["a", "b"], ["c"], [], ["d", "e", "f"]]), null, [5, 6, 7, 8]) { TokenLabels = Labels, Domains = ["x", "y", "z", "x"], Ids = ["1", "2", "3", "4"] };
        var taken = Split.Concat([split.Take([3]), split.Take([1])]);

        Assert.True(split.IsLabelled);
        Assert.Equal([1, 1, 0, 2], taken.Targets);
        Assert.Equal(["x", "x", "x", "y"], taken.OfTargets(taken.Domains!));
        Assert.Equal(["4", "2"], taken.Ids!);
        Assert.Equal(["d", "e", "f"], ((TokenInputs)taken.Inputs).Sequences[0]);
        Assert.False((split with { TokenLabels = new([[-1, -1], [-1], [], [-1, -1, -1]]) }).HasLabels);
        Assert.Throws<ArgumentException>(() => Split.Concat([split, split with { TokenLabels = null }]));
        Assert.Throws<UserErrorException>(() => new DataBundle(["n", "y"], [split]));
    }

    [Fact]
    public void Pairs_are_taken_and_joined_side_by_side()
    {
        var pairs = new PairInputs(new TextInputs(["a", "b"]), new TextInputs(["c", "d"]));
        var both = (PairInputs)pairs.Concat([pairs]).Take([3, 0]);

        Assert.Equal(Modality.TextPair, both.Modality);
        Assert.Equal(["b", "a"], ((TextInputs)both.First).Texts);
        Assert.Equal(["d", "c"], ((TextInputs)both.Second).Texts);
        Assert.Equal(Modality.ImageText, new PairInputs(new DenseInputs(zeros(2, 3, 4, 4)), pairs.Second).Modality);
        Assert.Equal(Modality.Translation, new PairInputs(pairs.First, new TokenInputs([["c"], ["d", "e"]])).Modality);
        Assert.Throws<ArgumentException>(() => new PairInputs(pairs.First, new TextInputs(["c"])));
        Assert.Throws<ArgumentException>(() => new PairInputs(pairs.First, new DenseInputs(zeros(2, 3))));
        Assert.Throws<ArgumentException>(() => pairs.Concat([pairs.First]));
    }

    [Fact]
    public void Tokens_with_labels_are_found_in_pairs_too()
    {
        var (texts, tokens) = (new TextInputs(["a"]), new TokenInputs([["b", "c"]]));

        Assert.Same(tokens, TokenInputs.FindIn(tokens));
        Assert.Same(tokens, TokenInputs.FindIn(new PairInputs(texts, tokens)));
        Assert.Null(TokenInputs.FindIn(texts));
        Assert.Null(TokenInputs.FindIn(new PairInputs(texts, texts)));
    }
}
