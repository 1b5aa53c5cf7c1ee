namespace PluginKd.Torch.Tests;

public sealed class ReadingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Single_elements_are_read_in_place()
    {
        var x = tensor(new[] { 1.5, 2.5 });
        Assert.Equal((2.5, 2.5), (x.ReadCpuDouble(1), x.ReadCpuValue<double>(1)));
        Assert.Equal((3, true, (byte)4), (tensor(new[] { 3 }).ReadCpuInt32(0), tensor(new[] { true }).ReadCpuBool(0), tensor(new byte[] { 4 }).ReadCpuByte(0)));
        Assert.Equal(0.5f, tensor(new[] { (Half)0.5 }).ReadCpuFloat16(0));
    }

    [Fact]
    public void Nested_lists_are_as_deep_as_the_tensor()
    {
        var rows = Assert.IsType<List<object>>(tensor(new long[,] { { 1, 2 }, { 3, 4 } }).tolist());
        Assert.Equal(4L, Assert.IsType<List<object>>(rows[1])[1]);
        Assert.Equal(2.5, tensor(2.5).tolist());
    }

    [Fact]
    public void Small_types_are_read_and_made()
    {
        Assert.Equal(((byte)7, (sbyte)-7, (short)300), (tensor(7).ToByte(), (sbyte)tensor(-7), (short)tensor(300)));
        Tensor x = new byte[] { 1, 2 };
        Assert.Equal((uint8, int8, int16), (x.dtype, x.@char().dtype, x.@short().dtype));
        Scalar half = ((Half)0.5).ToScalar();
        Assert.Equal(((Half)0.5, (short)3, (byte)4), (half.ToHalf(), 3.ToScalar().ToInt16(), 4.ToScalar().ToByte()));
        Assert.Throws<OverflowException>(() => tensor(300).ToByte());
    }

    [Fact]
    public void Truth_is_an_index_of_its_own()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Equal([1L, 2, 3], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0L, 2, 3], x[TensorIndex.Bool(false)].shape);
        Assert.Equal([2L, 2], x[.., TensorIndex.Slice((1, null))].shape);
        var places = TensorIndex.Tensor(tensor(new long[] { 2, 0 }));
        Assert.Equal([2L, 0], x[0, places].data<long>().ToArray());
    }

    [Fact]
    public void Handles_share_memory_where_they_should()
    {
        var (x, y) = (zeros(1), arange(4.0));
        x.set_(y);
        y.add_(1);
        Assert.Equal([1.0, 2, 3, 4], x.@double().data<double>().ToArray());
        Assert.Equal(6, y.type(t => t.sum(0)).ToDouble() - 4);
        Assert.Equal([2L, 1, 1], arange(4).nonzero_as_list()[0].new_zeros(2, 1, 1).shape);
        Assert.False(x.is_complex() || x.is_meta);
    }

    public void Dispose() => _scope.Dispose();
}
