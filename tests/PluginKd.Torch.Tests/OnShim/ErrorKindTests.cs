namespace PluginKd.Torch.Tests;

public sealed class ErrorKindTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_device_that_is_not_there_is_an_error_of_devices()
    {
        if (!cuda.is_available())
            Assert.Throws<TorchDeviceException>(() => ones(3, device: CUDA));
    }

    [Fact]
    public void Out_of_memory()
    {
        var error = Assert.Throws<TorchOutOfMemoryException>(() => zeros(1L << 50));
        Assert.StartsWith("aten::zeros([1125899906842624]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_indices()
    {
        var error = Assert.Throws<TorchIndexException>(() => ones(2, 3).select(0, 7));
        Assert.StartsWith("aten::select.int(float32[2, 3], 0, 7): ", error.Message, StringComparison.Ordinal);
        Assert.Throws<TorchIndexException>(() => ones(2, 3).index_select(0, tensor(new long[] { 5 })));
        Assert.Throws<TorchIndexException>(() => ones(2, 3).sum(4));
    }

    [Fact]
    public void Backward_twice()
    {
        var x = ones(2).requires_grad_();
        var y = x.pow(2).sum();
        y.backward();
        var error = Assert.Throws<TorchGraphException>(() => y.backward());
        Assert.StartsWith("backward of float32[]: Trying to backward through the graph a second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_after_dispose()
    {
        var x = ones(2);
        x.Dispose();
        Assert.Throws<InvalidOperationException>(() => x + 1);
        using var net = nn.Linear(2, 2);
        net.Dispose();
        Assert.Throws<InvalidOperationException>(() => net.call(ones(1, 2)));
    }

    [Fact]
    public void Another_device()
    {
        var error = Assert.Throws<TorchDeviceException>(() => ones(2, 2) + ones([2, 2], device: META));
        Assert.Contains("found at least two devices, meta and cpu", error.Message, StringComparison.Ordinal);
        if (!cuda.is_available())
            return;
        Assert.Throws<TorchDeviceException>(() => ones(2, 2).mm(ones([2, 2], device: CUDA)));
    }

    [Fact]
    public void All_are_one_kind_that_TorchSharps_users_catch() =>
        Assert.IsType<System.Runtime.InteropServices.ExternalException>(
            Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => ones(2).select(0, 7)), exactMatch: false);

    public void Dispose() => _scope.Dispose();
}
