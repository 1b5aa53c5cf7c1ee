namespace PluginKd.Torch.Tests;

public sealed class HookTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void See_inputs_and_results_of_a_call_until_removed()
    {
        using var net = nn.Sequential(nn.Linear(2, 3), nn.ReLU());
        var seen = new List<string>();
        var before = net.register_forward_pre_hook((_, input) =>
        {
            seen.Add($"in {input.size(1)}");
            return null!;
        });
        var after = net.register_forward_hook((_, _, result) =>
        {
            seen.Add($"out {result.size(1)}");
            return null!;
        });
        net.call(ones(1, 2));
        Assert.Equal(["in 2", "out 3"], seen);
        net.forward(ones(1, 2));
        before.remove();
        after.remove();
        net.call(ones(1, 2));
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void May_change_inputs_and_results()
    {
        using var net = nn.Identity();
        net.register_forward_pre_hook((_, input) => input + 1);
        net.register_forward_hook((_, _, result) => result * 10);
        Assert.Equal(20, net.call(ones(1)).item<float>());
    }

    [Fact]
    public void Of_two_inputs_may_change_both()
    {
        using var loss = nn.MSELoss();
        loss.register_forward_pre_hook((_, a, b) => (a * 2, b));
        var calls = 0;
        loss.register_forward_hook(_ => calls++);
        Assert.Equal(1, loss.call(ones(3), ones(3)).item<float>());
        Assert.Equal(1, calls);
    }

    public void Dispose() => _scope.Dispose();
}
