namespace PluginKd.Torch.Tests;

/// <summary>The defaults are those of the process: each test puts back what it found.</summary>
public sealed class DefaultsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Floating_tensors_take_the_default_type()
    {
        Assert.Equal(float32, get_default_dtype());
        set_default_dtype(float64);
        try
        {
            Assert.Equal((float64, float64), (zeros(1).dtype, rand(2).dtype));
            Assert.Equal((int64, float32), (arange(3).dtype, tensor(1f).dtype));
            Assert.Equal(float64, nn.Linear(2, 2).weight!.dtype);
            Assert.Equal(float64, nn.LayerNorm(2).weight!.dtype);
            Assert.Equal(64, finfo().bits);
        }
        finally
        {
            set_default_dtype(float32);
        }

        Assert.Equal(float32, zeros(1).dtype);
    }

    [Fact]
    public void Tensors_are_made_on_the_default_device()
    {
        Assert.Equal(DeviceType.CPU, get_default_device().type);
        set_default_device(META);
        try
        {
            Assert.True(zeros(2, 3).is_meta && tensor(new[] { 1f, 2 }).is_meta && arange(4).is_meta);
            Assert.False(zeros(2, device: CPU).is_meta);
            Assert.Equal(DeviceType.META, InitializeDevice(null).type);
        }
        finally
        {
            set_default_device("cpu");
        }

        Assert.False(zeros(2).is_meta);
        Assert.Equal(("cuda:1", DeviceType.CPU), (device("cuda", 1).ToString(), InitializeDevice(null).type));
    }

    [Fact]
    public void Devices_that_are_not_there_are_told_apart()
    {
        InitializeDeviceType(DeviceType.CPU);
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        Assert.Equal(cuda_is_available(), TryInitializeDeviceType(DeviceType.CUDA));
    }

    // Numbers of PyTorch 1.13's torch.finfo.
    [Fact]
    public void Floating_types_say_what_they_can_hold()
    {
        Assert.Equal((1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38), (finfo(float32).eps, finfo(float32).max, finfo(float32).tiny));
        Assert.Equal((2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308), (finfo(float64).eps, finfo(float64).max, finfo(float64).tiny));
        Assert.Equal((0.0009765625, 65504.0, 6.103515625e-05, -65504.0), (finfo(float16).eps, finfo(float16).max, finfo(float16).tiny, finfo(float16).min));
        Assert.Equal((0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 16), (finfo(bfloat16).eps, finfo(bfloat16).max, finfo(bfloat16).tiny, finfo(bfloat16).bits));
        Assert.Throws<ArgumentException>(() => finfo(int64));
    }

    [Fact]
    public void Types_are_promoted_as_in_PyTorch()
    {
        Assert.Equal((float32, float64, int16), (promote_types(int64, float32), promote_types(float32, float64), promote_types(uint8, int8)));
        Assert.Equal((float32, float64), (result_type(arange(2), tensor(1f)), result_type(zeros(2, dtype: float64), zeros(2))));
        Assert.True(can_cast(int32, float32));
        Assert.False(can_cast(float32, int32));
    }

    public void Dispose() => _scope.Dispose();
}
