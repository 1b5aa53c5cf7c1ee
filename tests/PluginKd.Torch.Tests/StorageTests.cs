namespace PluginKd.Torch.Tests;

public sealed class StorageTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void A_tensor_is_dtype_shape_and_bytes_as_TorchSharp_writes_it()
    {
        using var stream = new MemoryStream();
        tensor(new short[] { 1, 2, 0x102 }, [3, 1]).Save(stream);
        Assert.Equal([2, 2, 3, 1, 1, 0, 2, 0, 2, 1], stream.ToArray());
    }

    [Fact]
    public void A_module_is_a_count_then_names_and_tensors()
    {
        using var layer = nn.Linear(nn.Parameter(tensor(new[,] { { 1f } })));
        using var stream = new MemoryStream();
        layer.save(stream);
        Assert.Equal([1, 6, .. "weight"u8, 6, 2, 1, 1, 0, 0, 0x80, 0x3f], stream.ToArray());
    }

    [Fact]
    public void Every_type_and_layout_comes_back()
    {
        foreach (var type in new[] { uint8, int8, int16, int32, int64, float16, float32, float64, bfloat16, @bool })
        {
            var value = arange(12).reshape(3, 4).t().to(type);
            save(value, _file);
            var read = load(_file);
            Assert.Equal((type, 4L, 3L), (read.dtype, read.size(0), read.size(1)));
            Assert.Equal(value, read);
        }

        save(tensor(3.5), _file);
        Assert.Equal(3.5, Tensor.Load(_file).item<double>());
    }

    [Fact]
    public void A_module_comes_back_with_its_buffers()
    {
        using var net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4));
        net.call(randn(5, 3)).Dispose();
        net.save(_file);
        using var other = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4));
        var loaded = new Dictionary<string, bool>();
        other.load(_file, loadedParameters: loaded);
        Assert.Equal(net.state_dict().Keys.Order(), loaded.Where(entry => entry.Value).Select(entry => entry.Key).Order());
        foreach (var (key, value) in net.state_dict())
            Assert.Equal(value.detach(), other.state_dict()[key].detach());
    }

    [Fact]
    public void Strict_loading_refuses_other_keys_and_skip_passes_over_them()
    {
        using var net = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        using var less = nn.Sequential(("a", nn.Linear(2, 2)));
        net.save(_file);
        var error = Assert.Throws<ArgumentException>(() => less.load(_file));
        Assert.Contains("'b.weight'", error.Message, StringComparison.Ordinal);
        less.load(_file, strict: false);
        Assert.Equal(net.state_dict()["a.bias"].detach(), less.state_dict()["a.bias"].detach());
        less.save(_file);
        error = Assert.Throws<ArgumentException>(() => net.load(_file));
        Assert.Contains("lacks [b.weight, b.bias]", error.Message, StringComparison.Ordinal);

        net.save(_file, skip: ["b.weight"]);
        net.load(_file, skip: ["b.weight", "a.bias"]);
    }

    [Fact]
    public void Another_shape_is_refused()
    {
        using var net = nn.Linear(2, 2);
        net.save(_file);
        using var other = nn.Linear(3, 2);
        var error = Assert.Throws<ArgumentException>(() => other.load(_file));
        Assert.Contains("'weight' is Float32[2, 2] in the file, but float32[2, 3] here", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 99, 0 })]
    [InlineData(new byte[] { 6, 65 })]
    [InlineData(new byte[] { 6, 1, 200, 1 })]
    [InlineData(new byte[] { 6, 2, 255, 255, 255, 255, 255, 255, 255, 127, 255, 255, 255, 255, 255, 255, 255, 127 })]
    public void A_hostile_header_is_refused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream(bytes)));

    public void Dispose()
    {
        File.Delete(_file);
        _scope.Dispose();
    }
}
