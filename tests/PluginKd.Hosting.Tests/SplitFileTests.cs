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
