using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class TrainingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<Parameter[], optim.Optimizer>> Kinds => new()
    {
        { "rmsprop", p => optim.RMSProp(p, 0.02) },
        { "rmsprop_centered", p => optim.RMSProp(p, 0.02, 0.9, centered: true) },
        { "rmsprop_momentum", p => optim.RMSProp(p, 0.02, momentum: 0.8, weight_decay: 0.1) },
        { "adagrad", p => optim.Adagrad(p, 0.1) },
        { "adagrad_decay", p => optim.Adagrad(p.Select(one => ("", one)), 0.1, 0.2, 0.1, 0.5) },
    };

    public static IEnumerable<object[]> KindsOnDevices => Devices.Each(Kinds);

    public static IEnumerable<object[]> Tables => Devices.Each([[true], [false]]);

    public static IEnumerable<object[]> Bends => Devices.Each([["lbfgs", 0.5, 20, 25, 100], ["lbfgs_short", 0.8, 7, 6, 2]]);

    public static IEnumerable<object[]> Places => Devices.Each([[]]);

    [Theory]
    [MemberData(nameof(KindsOnDevices))]
    public void Ends_where_PyTorch_ends(string device, string name, Func<Parameter[], optim.Optimizer> make)
    {
        using var place = Devices.Use(device);
        var w = nn.Parameter(linspace(-1, 1, 37));
        var v = nn.Parameter(linspace(0.5, 2, 6).reshape(2, 3));
        using var optimizer = make([w, v]);
        for (var step = 0; step < 5; step++)
            Step(optimizer, w, v, step);
        Reference.Close("train." + name, cat([w.detach(), v.detach().flatten()]), Devices.IsReference(device) ? 2e-6 : 1e-5);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Lazy_Adam_is_SparseAdam(string device, bool sparse)
    {
        using var place = Devices.Use(device);
        using var table = nn.Embedding_from_pretrained(linspace(-1, 1, 15).reshape(5, 3), freeze: false, sparse: sparse);
        using var optimizer = new LazyAdam(table.parameters(), 0.1);
        foreach (var rows in new[] { new long[] { 0, 2, 2 }, [2], [4, 0] })
        {
            table.zero_grad();
            table.call(tensor(rows)).pow(2).sum().backward();
            Assert.Equal(sparse, table.weight.grad!.is_sparse);
            optimizer.step();
        }

        Reference.Close("train.lazy", table.weight);
    }

    [Theory]
    [MemberData(nameof(Bends))]
    public void Bends_its_steps_as_PyTorch_does(string device, string name, double rate, int moves, int calls, int history)
    {
        using var place = Devices.Use(device);
        var w = nn.Parameter(linspace(-1, 1, 4, float64));
        var v = nn.Parameter(linspace(-1, 1, 3, float64));
        using var optimizer = optim.LBFGS([w, v], rate, moves, calls, history_size: history);
        var found = new List<Tensor>();
        for (var step = 0; step < 3; step++)
        {
            found.Add(optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = (w[1..] - w[..^1].pow(2)).pow(2).sum() + ((1 - w).pow(2).sum() / 4) + (v * w[..3]).sin().sum() + v.pow(4).sum();
                loss.backward();
                return loss;
            }).detach().reshape(1));
        }

        Reference.Close("train." + name, cat([.. found, w.detach(), v.detach()]), Devices.IsReference(device) ? 1e-10 : 1e-8);
    }

    [Fact]
    public void Groups_tell_and_take_momentum_and_betas()
    {
        using var adam = optim.Adam([("w", nn.Parameter(ones(1)))], 0.1, 0.8, 0.95);
        Assert.Equal((0.8, 0.95), adam.Betas);
        var group = Assert.IsAssignableFrom<optim.IBetas>(adam.ParamGroups.Single());
        group.Betas = (0.5, 0.9);
        Assert.Equal((0.5, 0.9), (((Adam.ParamGroup)group).Options.beta1, ((Adam.ParamGroup)group).Options.beta2));
        using var sgd = new SGD([new SGD.ParamGroup([nn.Parameter(ones(1))], new() { momentum = 0.3 })], 0.1, 0.9);
        Assert.Equal((0.9, 0.3), (sgd.Momentum, ((optim.IMomentum)sgd.ParamGroups.Single()).Momentum));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Goes_on_from_a_saved_state(string device)
    {
        using var place = Devices.Use(device);
        var file = Path.GetTempFileName();
        var (w, v) = (nn.Parameter(linspace(-1, 1, 37)), nn.Parameter(linspace(0.5, 2, 6).reshape(2, 3)));
        using var first = optim.AdamW([w, v], 0.02, weight_decay: 0.1);
        Step(first, w, v, 0);
        first.ParamGroups.Single().LearningRate = 0.01;
        first.save_state_dict(file);

        var (w2, v2) = (nn.Parameter(w.detach().clone()), nn.Parameter(v.detach().clone()));
        using var second = optim.AdamW([w2, v2], 0.5, weight_decay: 0.1);
        second.load_state_dict(file);
        Step(first, w, v, 1);
        Step(second, w2, v2, 1);
        Assert.Equal(w.detach(), w2.detach());
        Assert.Equal(v.detach(), v2.detach());
        File.Delete(file);
    }

    public void Dispose() => _scope.Dispose();

    private static void Step(optim.Optimizer optimizer, Parameter w, Parameter v, int step)
    {
        optimizer.zero_grad();
        ((w.pow(3).sum() * v.pow(2).sum() / 50) + (w.sin().sum() * (step + 1))).backward();
        optimizer.step();
    }
}
