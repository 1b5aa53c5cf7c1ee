namespace PluginKd.Torch.Tests;

/// <summary>Modules that have shapes and no memory; PyTorch replaces their parameters, here the objects stay.</summary>
public sealed class MetaModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_module_moves_to_meta_with_its_buffers_and_gradients()
    {
        var linear = nn.Linear(3, 4);
        using var net = nn.Sequential(linear, nn.BatchNorm1d(4));
        var (weight, bias) = (net.parameters().First(), net.parameters().ElementAt(1));
        bias.requires_grad = false;
        net.call(ones(2, 3)).sum().backward();
        var optimizer = optim.SGD(net.parameters(), 0.1);
        net.to("meta");
        Assert.All(net.state_dict().Values, tensor => Assert.True(tensor.is_meta));
        Assert.Same(weight, net.parameters().First());
        Assert.Equal((true, true, false), (weight.is_leaf, weight.requires_grad, bias.requires_grad));
        Assert.True(weight.grad!.is_meta);
        Assert.Equal([2L, 4], linear.call(ones(2, 3, device: META)).shape);
        Assert.All(optimizer.parameters(), parameter => Assert.True(parameter.is_meta));
    }

    [Fact]
    public void A_layer_on_meta_can_be_copied()
    {
        using var stack = nn.TransformerEncoder((TorchSharp.Modules.TransformerEncoderLayer)nn.TransformerEncoderLayer(4, 2, 6).to("meta"), 2);
        Assert.All(stack.parameters(), parameter => Assert.True(parameter.is_meta));
    }

    [Fact]
    public void What_was_lost_on_meta_does_not_come_back()
    {
        using var net = nn.Linear(2, 2);
        net.to("meta");
        Assert.Contains("Cannot copy out of meta tensor; no data!", Assert.Throws<TorchException>(() => net.to("cpu")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_moved_to_meta_ends_once()
    {
        var before = TorchLibrary.LiveTensorCount;
        using (var net = nn.Linear(2, 2))
            net.to("meta");
        Assert.Equal(before, TorchLibrary.LiveTensorCount);
    }

    public void Dispose() => _scope.Dispose();
}
