using static TorchSharp.torch;

namespace PluginKd.Hosting.Tests;

public sealed class SplitFileTests : IDisposable
{
    // More than are written in one piece.
    private const int Many = 70_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_come_back_with_all_that_is_known_of_them()
    {
        string[] texts = [.. Enumerable.Range(0, Many).Select(i => i % 1000 == 0 ? "" : $"text {i} ä")];
        var split = new Split("train", SplitRole.Train, new TextInputs(texts), [.. Enumerable.Range(0, Many).Select(i => i % 3 - 1)], [.. Enumerable.Range(0, Many).Select(i => 5L + i)])
        {
            Domains = [.. Enumerable.Range(0, Many).Select(i => i % 2 == 0 ? "even" : "odd")],
            Weights = [.. Enumerable.Range(0, Many).Select(i => i / 2f)],
        };

        var read = WriteAndRead(split);

        Assert.Equal(("train", SplitRole.Train, Many), (read.Name, read.Role, read.Count));
        Assert.Equal(texts, ((TextInputs)read.Inputs).Texts);
        Assert.Equal(split.Labels, read.Labels);
        Assert.Equal(split.Indices, read.Indices);
        Assert.Equal(split.Weights, read.Weights);
        Assert.Equal(split.Domains, read.Domains);
        Assert.Null(read.Groups);
        Assert.Null(read.Origins);
    }

    [Fact]
    public void A_text_that_is_made_when_asked_for_is_asked_for_twice_and_not_kept()
    {
        var asked = 0;
        var texts = new MadeList(100, i =>
        {
            asked++;
            return $"text {i}";
        });
        var read = WriteAndRead(new Split("unlabelled", SplitRole.Unlabelled, new TextInputs(texts), null, [.. Enumerable.Range(0, 100).Select(i => (long)i)]));

        Assert.Equal(200, asked);
        Assert.Equal("text 99", ((TextInputs)read.Inputs).Texts[99]);
    }

    [Fact]
    public void Pairs_and_sequences_of_words_come_back()
    {
        var pairs = new PairInputs(new DenseInputs(arange(24, dtype: float32).reshape(2, 3, 2, 2)), new TextInputs(["a dog", ""]));
        var words = new TokenInputs([["EU", "", "rejects"], [], [""]]);
        var readPairs = WriteAndRead(new Split("train", SplitRole.Train, pairs, null, [0, 1]) { Ids = ["x", "y"] });
        var readWords = WriteAndRead(new Split("train", SplitRole.Train, words, null, [0, 1, 2]) { TokenLabels = new([[1, 0, -1], [], [2]]) });

        Assert.Equal(InputsHash.Of(pairs), InputsHash.Of(readPairs.Inputs));
        Assert.Equal(["x", "y"], readPairs.Ids!);
        Assert.Equal(words.Sequences, ((TokenInputs)readWords.Inputs).Sequences);
        Assert.Equal(InputsHash.Of(words), InputsHash.Of(readWords.Inputs));
        Assert.Equal([1, 0, -1, 2], readWords.Targets);
        Assert.Equal([3L, 3L, 4L], readWords.TokenLabels!.Ends);
        Assert.Throws<UserErrorException>(() => WriteAndRead(new Split("train", SplitRole.Train, new TokenInputs([["a\nb"]]), null, [0])));
    }

    [Fact]
    public void Texts_with_translations_come_back()
    {
        var pairs = new PairInputs(new TextInputs(["the EU", "no"]), new TokenInputs([["▁die", "▁EU", "</s>"], ["</s>"]]));
        var read = WriteAndRead(new Split("train", SplitRole.Train, pairs, null, [0, 1]) { TokenLabels = new([[2, 1, 0], [0]]) });

        Assert.Equal((Modality.Translation, InputsHash.Of(pairs)), (read.Inputs.Modality, InputsHash.Of(read.Inputs)));
        Assert.Equal([2, 1, 0, 0], read.Targets);
    }

    [Fact]
    public void Inputs_that_differ_by_where_a_word_or_a_text_ends_are_not_the_same()
    {
        Assert.NotEqual(InputsHash.Of(new TokenInputs([["a", "b"]])), InputsHash.Of(new TokenInputs([["a"], ["b"]])));
        Assert.NotEqual(InputsHash.Of(new PairInputs(new TextInputs(["ab"]), new TextInputs(["c"]))), InputsHash.Of(new PairInputs(new TextInputs(["a"]), new TextInputs(["bc"]))));
    }

    [Fact]
    public void Views_of_numbers_come_back_row_by_row()
    {
        var first = new DenseInputs(arange(20, dtype: float32).reshape(10, 1, 2));
        var joined = first.Concat([first]).Take([.. Enumerable.Range(0, 20).Reverse()]);
        var read = WriteAndRead(new Split("train", SplitRole.Train, joined, null, [.. Enumerable.Range(0, 20).Select(i => (long)i)]));

        Assert.Equal(((DenseInputs)joined).Values.data<float>().ToArray(), ((DenseInputs)read.Inputs).Values.data<float>().ToArray());
        Assert.Equal([20, 1, 2], ((DenseInputs)read.Inputs).Values.shape);
        Assert.Equal(InputsHash.Of(joined), InputsHash.Of(read.Inputs));
    }

    private Split WriteAndRead(Split split)
    {
        var file = Path.Combine(_folder.Path, "split.safetensors");
        SplitFile.Write(file, split);
        return SplitFile.Read(file);
    }

    private sealed class MadeList(int count, Func<int, string> make) : IReadOnlyList<string>
    {
        public int Count => count;

        public string this[int index] => make(index);

        public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, count).Select(make).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
