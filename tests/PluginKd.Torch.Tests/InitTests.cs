namespace PluginKd.Torch.Tests;

public sealed class InitTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<Tensor, Tensor>> Kinds => new()
    {
        { "orthogonal", x => nn.init.orthogonal_(x, 1.5) },
        { "sparse", x => nn.init.sparse_(x, 0.4) },
        { "trunc_normal", x => nn.init.trunc_normal_(x, 0.2, 0.7, -0.5, 0.9) },
        { "eye", nn.init.eye_ },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_what_PyTorch_draws(string name, Func<Tensor, Tensor> fill)
    {
        manual_seed(11);
        Reference.Close("init." + name, fill(nn.Parameter(empty(3, 5))), 2e-6);
    }

    [Fact]
    public void Kernels_hand_channels_on()
    {
        var x = rand(1, 2, 5);
        var kernel = nn.init.dirac_(empty(2, 2, 3));
        Assert.True(nn.functional.conv1d(x, kernel, padding: 1).allclose(x));
    }

    [Fact]
    public void Rows_go_back_into_parameters()
    {
        var (a, b) = (nn.Parameter(zeros(2)), nn.Parameter(zeros(1, 2)));
        nn.utils.vector_to_parameters(arange(4f), [a, b]);
        Assert.Equal([0f, 1, 2, 3], nn.utils.parameters_to_vector([a, b]).data<float>().ToArray());
    }

    [Fact]
    public void A_linear_layer_takes_batch_norm_in()
    {
        using var linear = nn.Linear(3, 2);
        using var norm = nn.BatchNorm1d(2);
        norm.call(linear.call(rand(8, 3)));
        linear.eval();
        norm.eval();
        var x = rand(4, 3);
        using var fused = nn.utils.fuse_linear_bn_eval(linear, norm);
        Assert.True(fused.call(x).allclose(norm.call(linear.call(x)), atol: 1e-6));
    }

    [Fact]
    public void Modules_go_where_a_tensor_is()
    {
        using var linear = nn.Linear(1, 1).to(ones(1, dtype: float64));
        Assert.Equal(float64, linear.weight!.dtype);
        Assert.Equal(bfloat16, linear.to(DeviceType.CPU).bfloat16().weight!.dtype);
        Assert.Equal(float16, linear.half().bias!.dtype);
    }

    public void Dispose() => _scope.Dispose();
}
