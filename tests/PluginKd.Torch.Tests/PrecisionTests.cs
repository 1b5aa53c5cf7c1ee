namespace PluginKd.Torch.Tests;

public sealed class PrecisionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<ScalarType, double> Halves => new() { { float16, 1e-3 }, { bfloat16, 8e-3 } };

    [Theory]
    [MemberData(nameof(Halves))]
    public void Short_numbers_compute_to_their_precision(ScalarType type, double precision)
    {
        var x = linspace(-2, 2, 9);
        var y = x.to(type);
        Assert.Equal((type, 2L), (y.dtype, y.element_size()));
        foreach (var compute in new Func<Tensor, Tensor>[] { t => t + 0.3, t => t * t, t => t / 3, t => t.sum(), t => -t, t => t.abs().max() })
            Assert.True(compute(y).to(float32).allclose(compute(x), rtol: 2 * precision, atol: 4 * precision));
        Assert.Equal(type, (y + 1).dtype);
        Assert.Equal(float32, (y + x).dtype);
        Assert.Equal(y, y.to(float64).to(type));
    }

    [Fact]
    public void Half_bits_are_IEEEs()
    {
        Assert.Equal(0x3c00, BitConverter.ToInt16(ones(1).half().bytes));
        Assert.Equal(0x3f80, BitConverter.ToInt16(ones(1).bfloat16().bytes));
        Assert.Equal((Half)1.5f, tensor(1.5f).half().item<Half>());
    }

    [Fact]
    public void A_network_runs_and_learns_in_bfloat16()
    {
        using var net = nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(8), nn.GELU(), nn.Linear(8, 2)).to(bfloat16);
        var loss = nn.functional.cross_entropy(net.call(randn(3, 4).to(bfloat16)), tensor(new long[] { 0, 1, 1 }));
        loss.backward();
        Assert.All(net.parameters(), parameter => Assert.Equal(bfloat16, parameter.grad!.dtype));
    }

    [Fact]
    public void Conversions_say_what_they_share()
    {
        var x = ones(3);
        Assert.Equal(x.to(float32).bytes[0], x.bytes[0]);
        x.to(float32).fill_(2);
        Assert.Equal(6, x.sum().ToSingle());
        x.to(float32, copy: true).fill_(5);
        Assert.Equal(6, x.sum().ToSingle());
        Assert.Equal(float64, x.to(zeros(1, dtype: float64)).dtype);
        Assert.Equal(int64, x.to(int64, CPU).dtype);
        Assert.Equal(DeviceType.META, x.to("meta").device_type);
    }

    public void Dispose() => _scope.Dispose();
}
