namespace PluginKd.Torch.Tests;

public sealed class ModuleFormTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Tables_keep_a_bound_on_their_rows()
    {
        var table = linspace(-2, 2, 12).reshape(4, 3);
        using var rows = nn.Embedding_from_pretrained(table.clone(), max_norm: 1, norm_type: 3);
        Reference.Close("bounded.rows", rows.call(tensor(new long[,] { { 3, 1 }, { 1, 1 } })));
        Reference.Close("bounded.table", rows.weight);
        using var bag = nn.EmbeddingBag_from_pretrained(table, max_norm: 1.5, mode: EmbeddingBagMode.Sum);
        Reference.Close("bounded.bag", bag.call(tensor(new long[,] { { 3, 1 }, { 1, 2 } })));
        Assert.False(bag.weight.requires_grad);
    }

    [Fact]
    public void In_place_activations_write_over_their_input()
    {
        var x = tensor(new[] { -1f, 2 });
        Assert.Equal([-0.5f, 2], nn.LeakyReLU(0.5, true).call(x).data<float>().ToArray());
        Assert.Equal([-0.5f, 2], x.data<float>().ToArray());
        nn.Sigmoid(true).call(x);
        Assert.Equal(1 / (1 + Math.Exp(-2)), x[1].ToDouble(), 6);
        var (y, z) = (zeros(1) + 1, zeros(1) + 1);
        nn.Tanh(true).call(y);
        nn.SiLU(true).call(z);
        Assert.Equal((Math.Tanh(1), 1 / (1 + Math.Exp(-1))), (y.ToDouble(), z.ToDouble()), Near);
    }

    [Fact]
    public void Windows_may_be_wider_than_high()
    {
        var x = arange(12f).reshape(1, 1, 3, 4);
        Assert.Equal([1f, 3, 5, 7, 9, 11], nn.MaxPool2d((1, 2)).call(x).flatten().data<float>().ToArray());
        Assert.Equal([4f, 5, 6, 7], nn.AvgPool2d((3, 1)).call(x).flatten().data<float>().ToArray());
        Assert.Equal([1L, 1, 2, 3], nn.AvgPool2d(new long[] { 2, 2 }, [1, 1]).call(x).shape);
        Assert.Equal([1L, 1, 1, 2], nn.AdaptiveAvgPool2d((1, 2)).call(x).shape);
        Assert.Equal([1L, 1, 2, 2], nn.functional.max_pool2d(x, (2, 2), (1, 2)).shape);
        Assert.Equal([1L, 1, 3, 2], nn.functional.avg_pool2d(x, (1, 3), (1, 1)).shape);
    }

    [Fact]
    public void Convolutions_tell_their_settings_and_take_others()
    {
        using var layer = nn.Conv2d(2, 4, (3, 3), (2, 1), (1, 0), groups: 2);
        Assert.Equal([3L, 3, 2, 1, 1, 0], [.. layer.kernel_size, .. layer.stride, .. layer.padding]);
        Assert.Equal((2L, false, PaddingModes.Zeros), (layer.groups, layer.transposed, layer.padding_mode));
        layer.stride = [1, 1];
        layer.SetPadding(Padding.Same);
        Assert.Equal(Padding.Same, layer.padding_type);
        Assert.Equal([1L, 4, 5, 5], layer.call(zeros(1, 2, 5, 5)).shape);
        layer.SetPadding([0, 2]);
        layer.dilation = [2, 2];
        Assert.Equal([1L, 4, 1, 5], layer.call(zeros(1, 2, 5, 5)).shape);
        var before = layer.weight!.clone();
        layer.reset_parameters();
        Assert.False(before.allclose(layer.weight));
        using var back = nn.ConvTranspose1d(2, 1, 3);
        Assert.True(back.transposed);
        Assert.Equal([2L, 1, 3], back.weight!.shape);
    }

    public void Dispose() => _scope.Dispose();

    private static bool Near((double, double) wanted, (double, double) found) =>
        Math.Abs(wanted.Item1 - found.Item1) < 1e-6 && Math.Abs(wanted.Item2 - found.Item2) < 1e-6;
}
