using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<nn.Module>> Layers => new()
    {
        { "linear", () => nn.Linear(5, 3) },
        { "embedding", () => nn.Embedding(4, 3, padding_idx: 1) },
        { "embedding_bag", () => nn.EmbeddingBag(4, 3, padding_index: 0) },
        { "conv1d", () => nn.Conv1d(2, 4, 3, groups: 2) },
        { "conv2d", () => nn.Conv2d(2, 3, (2, 3)) },
    };

    public static IEnumerable<object[]> Places => Devices.Each([[]]);

    [Theory]
    [MemberData(nameof(Layers))]
    public void First_weights_are_PyTorchs_for_the_same_seed(string name, Func<nn.Module> make)
    {
        manual_seed(7);
        using var layer = make();
        foreach (var (key, tensor) in layer.state_dict())
            Reference.Same($"{name}.{key}", tensor);
        Reference.Same(name + ".after", rand(1));
    }

    [Fact]
    public void Keys_are_field_names_and_places()
    {
        using var net = new Net();
        Assert.Equal(["own", "first.weight", "first.bias", "rest.0.weight", "rest.0.bias", "rest.2.weight", "rest.2.bias"],
            net.named_parameters().Select(entry => entry.name));
        Assert.Equal(["own", "counter", "first.weight", "first.bias"], net.state_dict().Keys.Take(4));
        Assert.Equal(["first", "rest", "rest.0", "rest.1", "rest.2"], net.named_modules().Select(entry => entry.name));
    }

    [Fact]
    public void A_scope_around_the_construction_does_not_take_the_parameters_along()
    {
        Net net;
        using (NewDisposeScope())
            net = new Net();
        using (net)
            Assert.Equal(3, net.call(ones(3, 4)).size(0));
    }

    [Fact]
    public void Loads_what_another_one_saved()
    {
        using var one = new Net();
        using var other = new Net();
        var (missing, unexpected) = other.load_state_dict(one.state_dict());
        Assert.Empty(missing.Concat(unexpected));
        Assert.Equal(one.call(ones(3, 4)), other.call(ones(3, 4)));
    }

    [Fact]
    public void Refuses_a_state_dict_that_does_not_fit()
    {
        using var net = new Net();
        var state = net.state_dict();
        state.Remove("own");
        state["stray"] = ones(1);
        var error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        Assert.Contains("missing [own], not expected [stray]", error.Message, StringComparison.Ordinal);
        state["first.bias"] = ones(9);
        error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state, strict: false));
        Assert.Contains("'first.bias' is float32[9] in the state dict, float32[5]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_is_switched_for_all_inside()
    {
        using var net = nn.Sequential(nn.Dropout(0.5), nn.Linear(2, 2));
        Assert.True(net.training);
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        using var dropout = nn.Dropout(0.9);
        dropout.eval();
        Assert.Equal(ones(5), dropout.call(ones(5)));
    }

    [Fact]
    public void Conversion_keeps_the_parameter_objects()
    {
        using var net = nn.Linear(2, 2);
        var weight = net.weight;
        net.to(float64);
        Assert.Same(weight, net.weight);
        Assert.Equal(float64, weight.dtype);
        Assert.Equal(float64, net.call(ones(1, 2, dtype: float64)).dtype);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Batch_norm_counts_and_remembers_batches(string device)
    {
        using var norm = Devices.Placed(nn.BatchNorm1d(4), device);
        var input = Devices.Placed(arange(12).to(float32).reshape(3, 4), device);
        norm.call(input);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
        Assert.Equal(0.4f, norm.running_mean![0].ToSingle(), 1e-6f);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], norm.state_dict().Keys);
        norm.eval();
        norm.call(input);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void Zero_grad_forgets_or_zeroes()
    {
        using var net = nn.Linear(2, 1);
        net.call(ones(1, 2)).sum().backward();
        net.zero_grad(set_to_none: false);
        Assert.Equal(0f, net.weight.grad!.abs().sum().ToSingle());
        net.zero_grad();
        Assert.Null(net.weight.grad);
    }

    [Fact]
    public void Dispose_lets_all_parameters_go()
    {
        var net = new Net();
        var weight = net.parameters().First();
        net.Dispose();
        Assert.True(weight.IsInvalid);
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter own = nn.Parameter(ones(5));
        private readonly Tensor counter = zeros(1);
        private readonly Linear first = nn.Linear(4, 5);
        private readonly Sequential rest = nn.Sequential(nn.Linear(5, 6), nn.ReLU(), nn.Linear(6, 2));

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => rest.call(first.call(input) * own + counter);
    }
}
