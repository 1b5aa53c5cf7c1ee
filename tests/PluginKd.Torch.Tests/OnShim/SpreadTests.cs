namespace PluginKd.Torch.Tests;

/// <summary>Forms of std and var with an element type, which TorchSharp has and does not look at.</summary>
public sealed class SpreadTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    // 1, 2, 4, 5: mean 3, squares of the distances 4 + 1 + 1 + 4 = 10.
    private static Tensor Whole => tensor(new long[,] { { 1, 2, 4, 5 } });

    public static TheoryData<string, Func<Tensor, Tensor>> Forms => new()
    {
        { "torch.var", x => torch.var(x, 1, false, type: float64) },
        { "torch.var of several", x => torch.var(x, [0, 1], false, type: float64) },
        { "torch.var of two", x => torch.var(x, (0, 1), false, type: float64) },
        { "var", x => x.var(1, false, type: float64) },
        { "var of several", x => x.var([0, 1], false, type: float64) },
        { "torch.std", x => torch.std(x, 1, false, type: float64).pow(2) },
        { "torch.std of several", x => torch.std(x, [0, 1], false, type: float64).pow(2) },
        { "std", x => x.std(1, false, type: float64).pow(2) },
        { "std of several", x => x.std([0, 1], false, type: float64).pow(2) },
        { "var_mean", x => torch.var_mean(x, 1, false, type: float64).var },
        { "std_mean", x => x.std_mean([1], false, type: float64).std.pow(2) },
        { "mean of var_mean", x => x.var_mean(1, false, type: float64).mean - 0.5 },
        { "mean of std_mean", x => torch.std_mean(x, [0, 1], false, type: float64).mean - 0.5 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Numbers_are_taken_in_the_type_that_is_asked_for(string form, Func<Tensor, Tensor> spread)
    {
        Assert.NotEmpty(form);
        foreach (var given in new[] { Whole, Whole.to(float32) })
        {
            var found = spread(given);
            Assert.Equal(float64, found.dtype);
            Assert.Equal(2.5, found.item<double>(), 1e-12);
        }
    }

    [Fact]
    public void Gradients_go_back_through_the_type()
    {
        var given = Whole.to(float32).requires_grad_();
        given.var(1, false, type: float64).sum().backward();
        // 2 · (x - mean) / N
        Assert.Equal(tensor(new[,] { { -1f, -0.5f, 0.5f, 1f } }), given.grad);
    }

    public void Dispose() => _scope.Dispose();
}
