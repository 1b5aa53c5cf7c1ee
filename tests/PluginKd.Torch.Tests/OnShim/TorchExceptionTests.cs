namespace PluginKd.Torch.Tests;

public sealed class TorchExceptionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Names_the_operator_the_shapes_and_libtorchs_reason()
    {
        var error = Assert.Throws<TorchException>(() => ones(2, 3).mm(ones(4, 5)));
        Assert.Equal("aten::mm(float32[2, 3], float32[4, 5]): mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", error.Message);
    }

    [Fact]
    public void Says_numbers_lists_and_types()
    {
        var error = Assert.Throws<TorchException>(() => arange(6).reshape(4, 2));
        Assert.StartsWith("aten::reshape(int64[6], [4, 2]): shape '[4, 2]' is invalid", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<TorchException>(() => cat([ones(2), ones(2, 2)]));
        Assert.StartsWith("aten::cat([float32[2], float32[2, 2]], 0): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_one_line_without_a_call_stack()
    {
        var error = Assert.Throws<TorchException>(() => ones(2).backward());
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("Exception raised", error.Message, StringComparison.Ordinal);
        Assert.Contains("does not require grad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_call_leaves_nothing_behind()
    {
        var start = TorchLibrary.LiveTensorCount;
        var (a, b) = (ones(2, 3), ones(4, 5));
        Assert.Throws<TorchException>(() => a.mm(b));
        a.Dispose();
        b.Dispose();
        Assert.Equal(start, TorchLibrary.LiveTensorCount);
    }

    public void Dispose() => _scope.Dispose();
}
