namespace PluginKd.Torch.Tests;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Holds_the_numbers_it_was_made_from()
    {
        Assert.Equal([1, 2, 3], tensor(new[] { 1f, 2f, 3f }).data<float>().ToArray());
        Assert.Equal([2L, 3L], tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal((int32, int64, float64, ScalarType.Bool), (tensor(1).dtype, tensor(1L).dtype, tensor(1.0).dtype, tensor(true).dtype));
        Assert.Equal(float32, tensor(new long[] { 1, 2 }, dtype: float32).dtype);
        Assert.Equal([4L, 1], tensor(new List<float> { 1, 2, 3, 4 }, 4, 1).shape);
        Assert.Contains("3 numbers do not fill the shape [2, 2]", Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2, 3 }, [2, 2])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_elements_across_gaps()
    {
        var turned = arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], turned.data<long>().ToArray());
        Assert.Equal(4, turned.data<long>()[1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => turned.data<long>()[3, 0]);
        Assert.Throws<InvalidOperationException>(() => turned.bytes.Length);
    }

    [Fact]
    public void Refuses_to_read_another_type()
    {
        var error = Assert.Throws<ArgumentException>(() => arange(3).data<float>());
        Assert.Contains("data<Single>() of int64[3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("holds 3 numbers", Assert.Throws<ArgumentException>(() => arange(3).item<long>()).Message, StringComparison.Ordinal);
        Assert.Equal((5f, 5.0), (tensor(5).ToSingle(), tensor(5).ToDouble()));
        Assert.Equal((5L, 5, true), (tensor(5f).ToInt64(), (int)tensor(5.5), tensor(2).ToBoolean()));
    }

    [Fact]
    public void Shares_a_pinned_array()
    {
        var numbers = new float[4];
        var shared = frombuffer(numbers, float32);
        numbers[2] = 7;
        Assert.Equal(7, shared.sum().ToSingle());
    }

    [Fact]
    public void Brackets_read_as_in_Python()
    {
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal(23, x[1, 2, 3].ToInt64());
        Assert.Equal([3L, 4], x[-1].shape);
        Assert.Equal([2L, 3, 1, 2], x[.., .., TensorIndex.None, 1..3].shape);
        Assert.Equal([2L, 3, 2], x[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)].shape);
        Assert.Equal([2L, 2], x[.., ^1, 2..].shape);
        Assert.Equal([0L, 2], x[0, .., 0].index_select(0, tensor(new long[] { 0, 1 })).div(2, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([2L, 2, 4], x[.., TensorIndex.Tensor(tensor(new long[] { 2, 0 }))].shape);
        Assert.Equal([5L], x[TensorIndex.Tensor(x.gt(18))].shape);
    }

    [Fact]
    public void Brackets_write_as_in_Python()
    {
        var x = zeros(3, 4);
        x[1] = ones(4);
        x[TensorIndex.Ellipsis, 0] = tensor(5f);
        x[TensorIndex.Tensor(x.eq(0))] = tensor(-1f);
        Assert.Equal([5f, -1, -1, -1, 5, 1, 1, 1, 5, -1, -1, -1], x.data<float>().ToArray());
        x[0, 1] = 9f;
        Assert.Equal(9, x[0, 1].ToSingle());
    }

    [Fact]
    public void Numbers_take_part_in_type_promotion_as_in_Python()
    {
        Assert.Equal(float32, (ones(2) * 2.5).dtype);
        Assert.Equal(int64, (arange(2) * 2).dtype);
        Assert.Equal(float32, (arange(2) * 2.5).dtype);
        Assert.Equal(float32, (2.5 / ones(2)).dtype);
        Assert.Equal(float16, (ones(2, dtype: float16) + 1.0).dtype);
    }

    [Fact]
    public void Comparison_gives_tensors()
    {
        Assert.Equal([false, true, false], (arange(3) == 1).data<bool>().ToArray());
        Assert.Equal([false, false, true], (1 < arange(3)).data<bool>().ToArray());
        Assert.Equal([true, false, true], (~(arange(3) == 1)).data<bool>().ToArray());
        Assert.True(arange(3).Equals(arange(3)));
        Assert.Equal([0L, 9, 2], where(arange(3) == 1, tensor(9L), arange(3)).data<long>().ToArray());
    }

    [Fact]
    public void Long_lists_pass_the_scratch_space()
    {
        var many = Enumerable.Range(0, 300).Select(i => tensor((long)i)).ToArray();
        Assert.Equal(299 * 150, stack(many).sum().ToInt64());
        Assert.Equal(300, ones(300).split(Enumerable.Repeat(1L, 300).ToArray()).Length);
    }

    [Fact]
    public void Einstein_sums_read_their_equation() =>
        Assert.Equal(arange(6).reshape(2, 3).matmul(arange(6).reshape(3, 2)), einsum("ij,jk->ik", arange(6).reshape(2, 3), arange(6).reshape(3, 2)));

    [Fact]
    public void Moves_between_types_and_stays_where_it_is()
    {
        var x = ones(2);
        Assert.Equal(x.Handle, x.to(float32).Handle);
        Assert.NotEqual(x.Handle, x.to(float32, copy: true).Handle);
        Assert.Equal(float64, x.@double().dtype);
        Assert.Equal(CPU, x.device);
        Assert.True(x.to(float16, disposeAfter: true).is_floating_point());
        Assert.True(x.IsInvalid);
    }

    [Fact]
    public void Describes_itself()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", ones(2, 3).ToString());
        Assert.Equal("[[0, 1], [2, 3]]", arange(4).reshape(2, 2).str());
    }

    [Fact]
    public void Gradients_reach_the_leaves()
    {
        var x = tensor(new[] { 1f, 2f }).requires_grad_();
        var y = x * x;
        y.retain_grad();
        y.sum().backward();
        Assert.Equal([2f, 4], x.grad!.data<float>().ToArray());
        Assert.Equal([1f, 1], y.grad!.data<float>().ToArray());
        Assert.True(x.is_leaf && !y.is_leaf && y.requires_grad);
        using (no_grad())
            Assert.False((x * x).requires_grad);
        using (inference_mode())
            Assert.False(is_grad_enabled() && !is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Second_derivatives_can_be_taken()
    {
        var x = tensor(new[] { 3f }).requires_grad_();
        var first = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        Assert.Equal(18, autograd.grad([first.sum()], [x])[0].ToSingle());
        Assert.Null(autograd.grad([(x * 2).sum()], [tensor(1f).requires_grad_()], allow_unused: true)[0]);
    }

    public void Dispose() => _scope.Dispose();
}
