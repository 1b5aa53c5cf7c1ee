namespace PluginKd.Torch.Tests;

public sealed class TensorAccessorTests
{
    [Fact]
    public void A_disposed_tensor_is_not_read()
    {
        var x = ones(2);
        var data = x.data<float>();
        x.Dispose();
        Assert.Throws<InvalidOperationException>(() => data[0]);
        Assert.Throws<InvalidOperationException>(() => data[0] = 1);
        Assert.Throws<InvalidOperationException>(data.ToArray);
        Assert.Throws<InvalidOperationException>(() => data.CopyTo(new float[2]));
        Assert.Throws<InvalidOperationException>(() => data.CopyFrom(new float[2]));
        Assert.Throws<InvalidOperationException>(() => data.GetEnumerator());
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 3)]
    [InlineData(0, long.MinValue)]
    public void Places_outside_are_refused(int arrayIndex, long tensorIndex)
    {
        using var x = ones(2);
        var data = x.data<float>();
        var array = new float[2];
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyTo(array, arrayIndex, tensorIndex));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyFrom(array, arrayIndex, tensorIndex));
        data.CopyTo(array, 2, 2);
        data.CopyFrom(array, 2, 2);
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(-1, 5)]
    [InlineData(-1, long.MaxValue)]
    [InlineData(4, 1)]
    public void A_buffer_is_not_read_beyond_its_end(long count, long offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => frombuffer(new float[4], ScalarType.Float32, count, offset));
}
