using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class OptimizerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<Parameter[], bool, optim.Optimizer>> Kinds => new()
    {
        { "sgd", (p, fused) => new SGD(p, 0.05, 0, 0, 0, false, false) { IsFused = fused } },
        { "sgd_momentum", (p, fused) => new SGD(p, 0.05, 0.9, 0, 0.01, false, false) { IsFused = fused } },
        { "sgd_nesterov", (p, fused) => new SGD(p, 0.05, 0.8, 0, 0, true, true) { IsFused = fused } },
        { "sgd_dampening", (p, fused) => new SGD(p, 0.05, 0.8, 0.3, 0, false, false) { IsFused = fused } },
        { "adam", (p, fused) => new Adam(p, 0.02, 0.9, 0.999, 1e-8, 0, false, false) { IsFused = fused } },
        { "adam_decay", (p, fused) => new Adam(p, 0.02, 0.8, 0.95, 1e-8, 0.1, true, false) { IsFused = fused } },
        { "adamw", (p, fused) => new AdamW(p, 0.02, 0.9, 0.999, 1e-8, 0.1, false, false) { IsFused = fused } },
    };

    public static IEnumerable<object[]> KindsOnDevices => Devices.Each(Kinds);

    [Theory]
    [MemberData(nameof(KindsOnDevices))]
    public void Ends_where_PyTorch_ends(string device, string name, Func<Parameter[], bool, optim.Optimizer> make)
    {
        using var place = Devices.Use(device);
        Reference.Close("step." + name, Train(make, fused: true, 37), Devices.IsReference(device) ? 2e-6 : 1e-5);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_pass_and_operators_agree_to_the_bit(string name, Func<Parameter[], bool, optim.Optimizer> make)
    {
        Assert.NotEmpty(name);
        foreach (var length in new[] { 1, 7, 8, 37, 1000, 100_003 })
            Assert.Equal(Bits(Train(make, fused: false, length)), Bits(Train(make, fused: true, length)));
    }

    [Fact]
    public void Double_precision_takes_the_operators()
    {
        var w = nn.Parameter(ones(3, dtype: float64));
        using var optimizer = optim.SGD([w], 0.5, momentum: 0.9);
        w.sum().backward();
        optimizer.step();
        Assert.Equal([0.5, 0.5, 0.5], w.data<double>().ToArray());
    }

    [Fact]
    public void Zero_grad_keeps_the_gradients_as_zeros()
    {
        var w = nn.Parameter(ones(3));
        using var optimizer = optim.Adam([w]);
        optimizer.zero_grad();
        w.sum().backward();
        optimizer.zero_grad();
        Assert.Equal(zeros(3), w.grad!);
    }

    [Fact]
    public void Parameters_without_gradient_stay()
    {
        var (w, v) = (nn.Parameter(ones(3)), nn.Parameter(ones(3)));
        using var optimizer = optim.AdamW([w, v], weight_decay: 0.5);
        w.sum().backward();
        optimizer.step();
        Assert.Equal(ones(3), v.detach());
        Assert.NotEqual(ones(3), w.detach());
    }

    [Fact]
    public void The_learning_rate_of_a_group_can_be_set()
    {
        var w = nn.Parameter(ones(2));
        using var optimizer = optim.SGD([w], 0.5);
        var group = Assert.Single(optimizer.ParamGroups);
        Assert.Equal(0.5, group.InitialLearningRate);
        group.LearningRate = 0;
        w.sum().backward();
        optimizer.step();
        Assert.Equal(ones(2), w.detach());
    }

    [Fact]
    public void Groups_keep_their_own_settings()
    {
        var (w, v) = (nn.Parameter(ones(1)), nn.Parameter(ones(1)));
        using var optimizer = optim.SGD([new SGD.ParamGroup([w], 0.5), new SGD.ParamGroup([v], new SGD.Options())], 0.25);
        (w + v).backward();
        optimizer.step();
        Assert.Equal((0.5f, 0.75f), (w.ToSingle(), v.ToSingle()));
    }

    [Fact]
    public void A_restored_state_continues_to_the_bit()
    {
        var (w, v) = (nn.Parameter(linspace(-1, 1, 9)), nn.Parameter(linspace(-1, 1, 9)));
        using var one = optim.Adam([w]);
        for (var i = 0; i < 3; i++)
            Step(one, w);
        using (no_grad())
            v.copy_(w);
        using var other = optim.Adam([v]);
        OptimizerCheckpoint.Restore(other, OptimizerCheckpoint.Save(one));
        Step(one, w);
        Step(other, v);
        Assert.Equal(w.detach(), v.detach());
        Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(other, new Dictionary<string, Tensor>()));
    }

    [Theory]
    [InlineData(1, 0, 100)]
    [InlineData(1, 1, 100)]
    [InlineData(4, 3, 5)]
    public void A_restored_history_of_curvature_continues_to_the_bit(int moves, int before, int history)
    {
        var w = nn.Parameter(linspace(-1, 1, 9));
        using var one = optim.LBFGS([w], 0.3, moves, history_size: history);
        for (var i = 0; i < before; i++)
            Bend(one, w);
        var v = nn.Parameter(w.detach().clone());
        using var other = optim.LBFGS([v], 0.3, moves, history_size: history);
        Bend(other, v);
        using (no_grad())
            v.copy_(w);
        using var file = new MemoryStream();
        one.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        other.load_state_dict(new BinaryReader(file));
        for (var i = 0; i < 2; i++)
        {
            Bend(one, w);
            Bend(other, v);
            Assert.Equal(w.detach(), v.detach());
        }
    }

    [Fact]
    public void A_history_of_other_parameters_or_none_is_refused()
    {
        var (w, v) = (nn.Parameter(linspace(-1, 1, 9)), nn.Parameter(linspace(-1, 1, 4)));
        using var one = optim.LBFGS([w], 0.3);
        Bend(one, w);
        using var shorter = optim.LBFGS([v], 0.3);
        var error = Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(shorter, OptimizerCheckpoint.Save(one)));
        Assert.Contains("'lbfgs.gradient' holds 9 numbers, and the parameters 4", error.Message, StringComparison.Ordinal);
        using var adam = optim.Adam([w]);
        error = Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(one, OptimizerCheckpoint.Save(adam)));
        Assert.Contains("has no 'lbfgs.length'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_noticed_by_the_recording()
    {
        var w = nn.Parameter(ones(3));
        using var optimizer = optim.SGD([w], 0.5);
        w.sum().backward();
        var loss = (w * w).sum();
        optimizer.step();
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(loss.backward).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_are_clipped_as_in_PyTorch()
    {
        var w = nn.Parameter(zeros(2, 3));
        w.grad = full(2, 3, 3.0);
        Assert.Equal(Reference.Values("clip.norm")[0], nn.utils.clip_grad_norm_([w], 1), 1e-6);
        Reference.Close("clip.grad", w.grad!);
    }

    public void Dispose() => _scope.Dispose();

    private static void Step(optim.Optimizer optimizer, Tensor w)
    {
        optimizer.zero_grad();
        w.pow(3).sum().backward();
        optimizer.step();
    }

    private static Tensor Train(Func<Parameter[], bool, optim.Optimizer> make, bool fused, int length)
    {
        var w = nn.Parameter(linspace(-1, 1, length));
        var v = nn.Parameter(linspace(0.5, 2, 6).reshape(2, 3));
        using var optimizer = make([w, v], fused);
        for (var step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            (w.pow(3).sum() * v.pow(2).sum() / 50 + w.sin().sum() * (step + 1)).backward();
            optimizer.step();
        }

        return cat([w.detach(), v.detach().flatten()]);
    }

    private static string Bits(Tensor tensor) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(tensor.bytes));

    private static void Bend(optim.Optimizer optimizer, Parameter w) => optimizer.step(() =>
    {
        optimizer.zero_grad();
        var loss = (w[1..] - w[..^1].pow(2)).pow(2).sum() + w.cos().sum();
        loss.backward();
        return loss;
    });
}
