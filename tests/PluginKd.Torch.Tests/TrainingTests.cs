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
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ends_where_PyTorch_ends(string name, Func<Parameter[], optim.Optimizer> make)
    {
        var w = nn.Parameter(linspace(-1, 1, 37));
        var v = nn.Parameter(linspace(0.5, 2, 6).reshape(2, 3));
        using var optimizer = make([w, v]);
        for (var step = 0; step < 5; step++)
            Step(optimizer, w, v, step);
        Reference.Close("train." + name, cat([w.detach(), v.detach().flatten()]), 2e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lazy_Adam_is_SparseAdam(bool sparse)
    {
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

    [Fact]
    public void Goes_on_from_a_saved_state()
    {
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
