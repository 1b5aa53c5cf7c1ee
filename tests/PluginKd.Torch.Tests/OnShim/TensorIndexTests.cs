namespace PluginKd.Torch.Tests;

/// <summary>C# ranges that start behind the last place, which TorchSharp takes for the first.</summary>
public sealed class TensorIndexTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Behind_the_last_place_is_nothing()
    {
        var x = arange(5);
        Assert.Equal([0], x[^0..].shape);
        Assert.Equal([0], x[^0..^0].shape);
        Assert.Equal([2, 0], arange(6).reshape(2, 3)[.., ^0..].shape);
        Assert.Equal(x, x[..^0]);
        Assert.Equal(x[3..], x[^2..]);
        x[^0..] = tensor(7L);
        Assert.Equal(arange(5), x);
    }

    [Fact]
    public void There_is_no_place_behind_the_last() => Assert.ThrowsAny<Exception>(() => arange(5)[^0]);

    public void Dispose() => _scope.Dispose();
}
