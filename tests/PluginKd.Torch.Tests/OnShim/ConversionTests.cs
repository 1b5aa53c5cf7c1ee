namespace PluginKd.Torch.Tests;

/// <summary>What moving and converting a module does to its gradients; as in PyTorch.</summary>
public sealed class ConversionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Gradients_stay_where_nothing_changes()
    {
        using var net = nn.Linear(2, 1);
        net.call(ones(1, 2)).sum().backward();
        net.cpu();
        net.to(CPU).to(float32).@float();
        Assert.Equal(ones(1, 2), net.weight.grad!);
    }

    [Fact]
    public void Gradients_are_converted_with_their_parameters()
    {
        using var net = nn.Linear(2, 1);
        net.call(ones(1, 2)).sum().backward();
        net.to(float64);
        Assert.Equal(ones(1, 2, dtype: float64), net.weight.grad!);
        net.call(ones(1, 2, dtype: float64)).sum().backward();
        Assert.Equal(full(1, 2, 2.0, dtype: float64), net.weight.grad!);
    }

    public void Dispose() => _scope.Dispose();
}
