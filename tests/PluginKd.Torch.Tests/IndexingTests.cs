namespace PluginKd.Torch.Tests;

public sealed class IndexingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_mask_of_two_dimensions_goes_with_further_indices()
    {
        var t = arange(24).reshape(2, 3, 4);
        var mask = tensor(new[] { true, false, true, false, true, false }).reshape(2, 3);
        var (at, places) = (TensorIndex.Tensor(mask), TensorIndex.Tensor(tensor(new long[] { 1, 2, 3 })));
        Assert.Equal([1L, 10, 19], t[at, places].data<long>().ToArray());
        Assert.Equal([1L, 10, 19], t[TensorIndex.Ellipsis, at, places].data<long>().ToArray());
        Assert.Equal([1L, 9, 17], t[at, 1].data<long>().ToArray());
        Assert.Equal([3, 2], t[at, TensorIndex.Slice(1, 3)].shape);
        var behind = arange(48).reshape(2, 2, 3, 4);
        Assert.Equal([25L, 34, 43], behind[1, at, places].data<long>().ToArray());
        Assert.Equal([2, 3], behind[TensorIndex.Colon, at, places].shape);
    }

    [Fact]
    public void A_mask_of_two_dimensions_is_written_with_further_indices()
    {
        var t = zeros(2, 2, 2);
        t[TensorIndex.Tensor(eye(2, dtype: @bool)), TensorIndex.Tensor(tensor(new long[] { 0, 1 }))] = tensor(5f);
        Assert.Equal([5f, 0, 0, 0, 0, 0, 0, 5], t.data<float>().ToArray());
    }

    public void Dispose() => _scope.Dispose();
}
