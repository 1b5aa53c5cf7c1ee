using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

/// <summary>Weights that are put in the place of others.</summary>
public sealed class TyingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_layer_takes_the_weight_of_another()
    {
        using var tied = new Tied();
        Assert.Same(tied.words.weight, tied.back.weight);
        Assert.Equal(["words.weight", "back.bias"], tied.named_parameters().Select(entry => entry.name));
        Assert.Equal(["words.weight", "back.weight", "back.bias"], tied.state_dict().Keys);
        Assert.Same(tied.words.weight, tied.state_dict()["back.weight"]);
        Assert.Equal((3, 7), (tied.back.in_features, tied.back.out_features));
        using var optimizer = optim.SGD(tied.parameters(), 0.5);
        tied.call(tensor(new long[] { 1, 2 })).sum().backward();
        optimizer.step();
        Assert.Equal(tied.words.weight, tied.back.weight);
        Assert.NotNull(tied.back.weight.grad);
    }

    [Fact]
    public void Weight_and_bias_of_each_layer_can_be_set()
    {
        var input = ones(2, 4, 3, 3);
        var (convolution, batch, group) = (nn.Conv2d(4, 4, 1), nn.BatchNorm2d(4), nn.GroupNorm(2, 4));
        (convolution.weight, convolution.bias) = (nn.Parameter(zeros(4, 4, 1, 1)), nn.Parameter(full(4, 2.0)));
        (batch.weight, batch.bias) = (nn.Parameter(zeros(4)), nn.Parameter(full(4, 2.0)));
        (group.weight, group.bias) = (nn.Parameter(zeros(4)), nn.Parameter(full(4, 2.0)));
        var layer = nn.LayerNorm([3]);
        (layer.weight, layer.bias) = (nn.Parameter(zeros(3)), nn.Parameter(full(3, 2.0)));
        foreach (var one in new nn.Module<Tensor, Tensor>[] { convolution, batch, group, layer })
        {
            Assert.Equal(["weight", "bias"], one.named_parameters().Select(entry => entry.name));
            Assert.Equal(full_like(input, 2), one.call(input));
        }

        var (bag, bilinear) = (nn.EmbeddingBag(3, 2), nn.Bilinear(2, 2, 1));
        bag.weight = nn.Parameter(ones(3, 2));
        (bilinear.weight, bilinear.bias) = (nn.Parameter(ones(1, 2, 2)), nn.Parameter(ones(1)));
        Assert.Equal(ones(1, 2), bag.call(tensor(new long[] { 0, 1 }).reshape(1, 2)));
        Assert.Equal(5f, bilinear.call(ones(1, 2), ones(1, 2)).ToSingle());
    }

    [Fact]
    public void A_bias_can_be_taken_out_and_a_weight_that_is_needed_cannot()
    {
        using var layer = nn.Linear(2, 2);
        layer.bias = null;
        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Throws<ArgumentNullException>(() => layer.weight = null!);
        layer.bias = nn.Parameter(zeros(2));
        Assert.Equal(["weight", "bias"], layer.state_dict().Keys);
    }

    [Fact]
    public void A_scope_does_not_take_along_what_was_set()
    {
        using var layer = nn.Linear(2, 2);
        using (NewDisposeScope())
            layer.weight = nn.Parameter(ones(2, 2));
        Assert.False(layer.weight.IsInvalid);
    }

    [Fact]
    public void Five_and_six_places_are_read_and_written()
    {
        var x = arange(64).reshape(2, 2, 2, 2, 2, 2);
        Assert.Equal([62L, 63], x[1, 1, 1, 1, 1].data<long>().ToArray());
        Assert.Equal(42, x[1, 0, 1, 0, 1, 0].ToInt64());
        x[1, 0, 1, 0, 1, 0] = tensor(-1L);
        x[0, 0, 0, 0, 0] = tensor(-2L);
        Assert.Equal((-1, -2, -2, 2), (x[1, 0, 1, 0, 1, 0].ToInt64(), x[0, 0, 0, 0, 0, 0].ToInt64(), x[0, 0, 0, 0, 0, 1].ToInt64(), x[0, 0, 0, 0, 1, 0].ToInt64()));
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Tied : nn.Module<Tensor, Tensor>
    {
        internal readonly Embedding words = nn.Embedding(7, 3);
        internal readonly Linear back = nn.Linear(3, 7);

        public Tied()
            : base(nameof(Tied))
        {
            RegisterComponents();
            back.weight = words.weight;
        }

        public override Tensor forward(Tensor input) => back.call(words.call(input));
    }
}
