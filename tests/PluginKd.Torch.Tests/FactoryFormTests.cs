namespace PluginKd.Torch.Tests;

public sealed class FactoryFormTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Arrays_and_lists_of_every_type_become_tensors()
    {
        Assert.Equal([1, 2, 3, 4], tensor(new byte[] { 1, 2, 3, 4 }, [2, 2]).data<byte>().ToArray());
        Assert.Equal([1L, 1, 2, 1], tensor(new short[1, 1, 2, 1]).shape);
        Assert.Equal([2L, 1, 2], tensor(new List<sbyte> { 1, 2, 3, 4 }, 2, 1, 2).shape);
        Assert.Equal([1L, 2, 1, 2], tensor(new List<double> { 1, 2, 3, 4 }, 1, 2, 1, 2).shape);
        Assert.Equal((float16, (Half)2), (tensor(new[] { (Half)1, (Half)2 }).dtype, tensor(new[] { (Half)1, (Half)2 })[1].ToHalf()));
        Assert.Equal([3f, 4], tensor(new Memory<float>([1, 2, 3, 4], 2, 2), [2]).data<float>().ToArray());
        Assert.Equal([2L, 1, 1], from_array(new short[2, 1, 1]).shape);
        Assert.Equal((int64, float32), (as_tensor(new List<long> { 1 }).dtype, as_tensor(new[] { 1.5 }, float32).dtype));
        Assert.Equal([2L, 2], new[] { 1, 2, 3, 4 }.ToTensor([2, 2]).shape);
        Assert.Equal((3, float32), (new[] { 1L, 3 }.TotalSize(), 2.5f.ToTensor().dtype));
    }

    [Fact]
    public void A_tensor_as_tensor_shares_its_memory()
    {
        var x = zeros(2);
        as_tensor(x).add_(1);
        Assert.Equal([1f, 1], x.data<float>().ToArray());
    }

    [Fact]
    public void New_tensors_take_type_and_place_of_another()
    {
        var x = arange(3);
        Assert.Equal((int64, int64, int64), (x.new_zeros(2).dtype, x.new_ones(2, 2).dtype, x.new_empty(1, 2, 3).dtype));
        Assert.Equal([7L, 7], x.new_full(2, 7).data<long>().ToArray());
        Assert.Equal([1L, 2, 3, 1], x.new_zeros([1, 2, 3, 1], float32).shape);
        Assert.Equal((float64, float32), (x.zeros_like(float64).dtype, x.to(float32).rand_like().dtype));
        Assert.Equal([5L, 5, 5], x.full_like(5).data<long>().ToArray());
    }

    [Fact]
    public void Drawn_numbers_keep_their_bounds()
    {
        Assert.Equal([2L, 3], randint(5, new[] { 2, 3 }).shape);
        var drawn = randint_like(zeros(100), 3, 6).data<float>().ToArray();
        Assert.Equal((3f, 5f), (drawn.Min(), drawn.Max()));
        var room = empty(4, dtype: int64);
        randperm(4, room);
        Assert.Equal([0L, 1, 2, 3], room.data<long>().ToArray().Order());
        Assert.Equal([1f, 0], tensor(new[] { 1f, 0 }).bernoulli().data<float>().ToArray());
        Assert.Equal([1f, 0], zeros(2).bernoulli_(tensor(new[] { 1f, 0 })).data<float>().ToArray());
        Assert.Equal([3L], empty(1).rand_out(3).shape);
        Assert.Equal([0L, 1, 2], empty(1, dtype: int64).randperm_out(3).data<long>().ToArray().Order());
        Assert.Equal([1L, 1, 1], tensor(new[] { 0f, 1 }).multinomial(3, true).data<long>().ToArray());
    }

    [Fact]
    public void Files_are_mapped()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [1, 2, 3]);
            Assert.Equal([1, 2, 3], from_file(path, false, 3, uint8).data<byte>().ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Strides_are_as_asked()
    {
        var x = empty_strided([2, 3], [1, 2]);
        Assert.Equal([1L, 2], x.stride());
        Assert.Equal(3, arange(6)[3..].storage_offset());
    }

    public void Dispose() => _scope.Dispose();
}
