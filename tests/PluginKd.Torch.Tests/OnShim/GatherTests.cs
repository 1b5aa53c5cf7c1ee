namespace PluginKd.Torch.Tests;

public sealed class GatherTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<Tensor>> Sources => new()
    {
        { "float32 [N, D]", () => rand(20, 7) },
        { "float32 [N]", () => rand(20) },
        { "float64 [N, H, W]", () => rand([20, 3, 5], dtype: float64) },
        { "int64 [N]", () => arange(20, dtype: int64) },
        { "bool [N, D]", () => rand(20, 3).gt(0.5) },
        { "float16 [N, D]", () => rand(20, 3).to(float16) },
        { "no columns", () => rand(20, 0) },
        { "transposed", () => rand(7, 20).t() },
        { "every other column", () => rand(20, 8).narrow(1, 2, 3) },
        { "more than a megabyte", () => rand(20, 100_003) },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Gives_what_index_select_gives_to_the_bit(string name, Func<Tensor> make)
    {
        Assert.NotEmpty(name);
        var source = make();
        foreach (var rows in new[] { tensor([3L, 0, 19, 3]), zeros(0, dtype: int64), tensor([1, 2]), arange(20, dtype: int64).view(10, 2).select(1, 1) })
        {
            var expected = source.index_select(0, rows);
            var found = Gather.Rows(rows, source)[0];
            Assert.Equal(expected.shape, found.shape);
            Assert.Equal(expected.dtype, found.dtype);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Takes_the_same_rows_of_all_sources()
    {
        var found = Gather.Rows(tensor([2L, 1]), arange(4).to(float32), arange(8, dtype: int64).view(4, 2));
        Assert.Equal([2f, 1f], found[0].data<float>().ToArray());
        Assert.Equal([4L, 5, 2, 3], found[1].data<long>().ToArray());
        Assert.Empty(Gather.Rows(tensor([2L])));
    }

    [Fact]
    public void Gradients_flow_back_to_the_rows()
    {
        var weight = nn.Parameter(zeros(3, 2));
        Gather.Rows(tensor([2L, 2]), weight)[0].sum().backward();
        Assert.Equal([0f, 0, 0, 0, 2, 2], weight.grad!.data<float>().ToArray());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void Rows_outside_are_named(long row)
    {
        var before = TorchLibrary.LiveTensorCount;
        using var rows = tensor([row]);
        using var good = rand(9, 2);
        using var source = rand(4, 2);
        var error = row < 0
            ? Assert.Throws<TorchIndexException>(() => Gather.Rows(rows, source, good))
            : Assert.Throws<TorchIndexException>(() => Gather.Rows(rows, good, source));
        Assert.Contains($"index {row} is out of range: the tensor has", error.Message, StringComparison.Ordinal);
        Assert.Equal(before + 3, TorchLibrary.LiveTensorCount);
    }

    public void Dispose() => _scope.Dispose();
}
