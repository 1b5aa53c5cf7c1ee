using TorchSharp.Native;

namespace PluginKd.Torch.Tests;

public sealed class CustomFunctionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Takes_its_own_gradient()
    {
        var (x, w) = (tensor(new[] { 1.0, 2.0 }).requires_grad_(), tensor(new[] { 3.0, 4.0 }).requires_grad_());
        var y = Scaled.apply(x, w, 10.0);
        Assert.Equal([30.0, 80.0], y.data<double>().ToArray());
        (y * tensor(new[] { 1.0, 2.0 })).sum().backward();
        Assert.Equal([30.0, 80.0], x.grad!.data<double>().ToArray());
        Assert.Equal([10.0, 40.0], w.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Is_differentiated_twice()
    {
        var (x, w) = (tensor(2.0).requires_grad_(), tensor(3.0).requires_grad_());
        var first = autograd.grad([Scaled.apply(x, w, 1.0).pow(2)], [x], create_graph: true)[0];
        Assert.Equal(36, first.ToDouble());
        Assert.Equal(18, autograd.grad([first], [x])[0].ToDouble());
    }

    [Fact]
    public void What_backward_throws_arrives_as_it_was_thrown()
    {
        var x = tensor(1.0).requires_grad_();
        var error = Assert.Throws<TimeZoneNotFoundException>(() => Failing.apply(x).backward());
        Assert.Equal("no such zone", error.Message);
        Assert.Contains(nameof(Failing), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_backward_is_refused()
    {
        var y = Scaled.apply(tensor(1.0).requires_grad_(), tensor(1.0), 1.0);
        y.backward();
        Assert.Throws<TorchGraphException>(() => y.backward());
    }

    [Fact]
    public void Nothing_is_held_when_the_graph_is_gone()
    {
        var (held, live) = (ManagedCall.Held, TorchLibrary.LiveTensorCount);
        for (var step = 0; step < 20; step++)
        {
            using var scope = NewDisposeScope();
            var y = Scaled.apply(tensor(1.0).requires_grad_(), tensor(1.0), 1.0);
            if (step % 2 == 0)
                y.backward();
        }

        using (no_grad())
        using (var plain = Scaled.apply(tensor(1.0).requires_grad_(), tensor(1.0), 1.0))
            Assert.False(plain.requires_grad);
        Assert.Equal(held, ManagedCall.Held);
        _scope.DisposeEverything();
        Assert.Equal(live, TorchLibrary.LiveTensorCount);
    }

    [Fact]
    public void May_return_what_it_was_given()
    {
        var x = tensor(new[] { 1.0, 2.0 }).requires_grad_();
        var y = Reversed.apply(x);
        Assert.Equal([1.0, 2.0], y.data<double>().ToArray());
        (y * 3).sum().backward();
        Assert.False(x.IsInvalid);
        Assert.Equal([-3.0, -3.0], x.grad!.data<double>().ToArray());
        Assert.Equal([1.0, 2.0], x.data<double>().ToArray());
        using (no_grad())
            Assert.Equal([1.0, 2.0], Reversed.apply(x).data<double>().ToArray());
        Assert.Equal([1.0, 2.0], Reversed.apply((object)new[] { x }).data<double>().ToArray());
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Anomaly_detection_names_the_operator()
    {
        var x = tensor(0.0).requires_grad_();
        using (autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.IsEnabled);
            var error = Assert.Throws<TorchException>(() => (x.sqrt() * 0).backward());
            Assert.Contains("SqrtBackward0", error.Message, StringComparison.Ordinal);
        }

        Assert.False(AnomalyMode.IsEnabled);
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Scaled : autograd.SingleTensorFunction<Scaled>
    {
        public override string Name => nameof(Scaled);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (x, w, factor) = ((Tensor)vars[0], (Tensor)vars[1], (double)vars[2]);
            ctx.save_for_backward([x, w]);
            ctx.save_data("factor", factor);
            return x * w * factor;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var saved = ctx.get_saved_variables();
            var factor = (double)ctx.get_data("factor");
            return [grad_output * saved[1] * factor, grad_output * saved[0] * factor, null!];
        }
    }

    private sealed class Reversed : autograd.SingleTensorFunction<Reversed>
    {
        public override string Name => nameof(Reversed);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => vars[0] as Tensor ?? ((Tensor[])vars[0])[0];

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output.neg()];
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            throw new TimeZoneNotFoundException("no such zone");
    }
}
