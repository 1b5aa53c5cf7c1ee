namespace PluginKd.Torch.Tests;

public sealed class GeneratorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Func<Tensor>> Draws => new()
    {
        { "rand", () => rand(2, 3) },
        { "randn", () => randn(20) },
        { "randn_double", () => randn(3, dtype: float64) },
        { "randperm", () => randperm(10) },
        { "randint", () => randint(5, 50, 6) },
        { "normal", () => empty(4).normal_(1, 2) },
        { "bernoulli", () => empty(9).bernoulli_(0.3) },
        { "dropout", () => nn.functional.dropout(ones(12), 0.5, true) },
        { "xavier", () => nn.init.xavier_uniform_(empty(3, 4)) },
        { "kaiming", () => nn.init.kaiming_normal_(empty(3, 4), nonlinearity: nn.init.NonlinearityType.ReLU) },
    };

    [Theory]
    [MemberData(nameof(Draws))]
    public void Draws_what_PyTorch_draws_from_the_same_seed(string name, Func<Tensor> draw)
    {
        manual_seed(7);
        Reference.Same(name + ".values", draw());
        Reference.Same(name + ".after", rand(1));
    }

    [Fact]
    public void A_stream_of_its_own_does_not_move_the_default_one()
    {
        manual_seed(7);
        using var own = new Generator(7);
        var first = rand(5, generator: own);
        Assert.True(first.allclose(rand(5)));
        Assert.Equal(7, own.initial_seed());
    }

    [Fact]
    public void Continues_from_a_saved_state()
    {
        using var own = new Generator(3);
        _ = rand(100, generator: own);
        var state = own.get_state();
        var first = rand(5, generator: own);
        own.set_state(state);
        Assert.Equal(first, rand(5, generator: own));

        var everyones = get_rng_state();
        first = randn(3);
        set_rng_state(everyones);
        Assert.Equal(first, randn(3));
    }

    [Fact]
    public void Says_so_when_used_after_dispose()
    {
        var own = new Generator(1);
        own.Dispose();
        Assert.Throws<InvalidOperationException>(() => own.get_state());
    }

    public void Dispose() => _scope.Dispose();
}
