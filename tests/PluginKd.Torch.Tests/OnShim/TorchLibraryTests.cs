using TorchSharp.Native;

namespace PluginKd.Torch.Tests;

public sealed class TorchLibraryTests
{
    [Fact]
    public void Tells_what_was_loaded()
    {
        Assert.True(TorchLibrary.TryLoad(out var error), error);
        Assert.EndsWith("libkdtorch.so", TorchLibrary.ShimPath, StringComparison.Ordinal);
        Assert.Contains("libtorch_cpu.so", TorchLibrary.LibTorchPath, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+", TorchLibrary.Version);
        Assert.Equal(TorchLibrary.BlasPath.Contains("openblas", StringComparison.Ordinal), TorchLibrary.BlasKernels is not null);
    }

    [Fact]
    public void Every_operator_of_the_table_is_there() => Assert.Empty(Ops.All.Where(entry => !entry.Exists).Select(entry => entry.FullName));

    [Fact]
    public void An_operator_that_is_not_there_is_named()
    {
        var missing = new Operator("no_such_operator", "Tensor");
        Assert.False(missing.Exists);
        Assert.Contains("has no operator aten::no_such_operator.Tensor", Assert.Throws<TorchException>(() => missing.Call()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_can_be_set_and_are_those_of_the_machine_at_first()
    {
        var first = get_num_threads();
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null)
            Assert.Equal(Environment.ProcessorCount, first);
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(first);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
    }

    [Fact]
    public void Devices_read_their_names()
    {
        Assert.Equal(new Device(DeviceType.CUDA, 1), device("cuda:1"));
        Assert.Equal("cuda:1", device("cuda:1").ToString());
        Assert.Throws<ArgumentException>(() => device("abacus"));
        Assert.Equal(cuda.is_available(), cuda.device_count() > 0);
    }
}
