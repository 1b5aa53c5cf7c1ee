using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class GradientNormTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1e6, 2)]
    [InlineData(0.5, 1)]
    [InlineData(0.5, 3)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void One_call_and_operators_agree_to_the_bit(double most, double kind)
    {
        var (one, other) = (Parameters(), Parameters());
        var norm = GradientNorm.Clip(one, most, kind);
        Assert.Equal(Apart(other, most, kind), norm);
        foreach (var (a, b) in one.Zip(other).Where(pair => pair.First.grad is not null))
            Assert.Equal(b.grad!, a.grad!);
    }

    [Fact]
    public void Without_gradients_there_is_nothing_to_clip() => Assert.Equal(0, GradientNorm.Clip([nn.Parameter(ones(2))], 1));

    [Fact]
    public void Gradients_that_are_not_clipped_stay_as_they_are()
    {
        var w = nn.Parameter(zeros(3));
        w.grad = tensor([1f, 2, 2]);
        Assert.Equal(3, GradientNorm.Clip([w], 3.1));
        Assert.Equal([1f, 2, 2], w.grad!.data<float>().ToArray());
    }

    public void Dispose() => _scope.Dispose();

    // Contiguous, transposed, double precision and without gradient.
    private static Parameter[] Parameters()
    {
        manual_seed(5);
        var list = new[] { nn.Parameter(zeros(300, 501)), nn.Parameter(zeros(7, 5)), nn.Parameter(zeros(9, dtype: float64)), nn.Parameter(zeros(2)) };
        list[0].grad = randn(300, 501);
        list[1].grad = randn(5, 7).t();
        list[2].grad = randn(9, dtype: float64);
        return list;
    }

    // torch.nn.utils.clip_grad_norm_ of PyTorch 1.13, line by line.
    private static double Apart(Parameter[] parameters, double most, double kind)
    {
        var gradients = parameters.Select(p => p.grad).OfType<Tensor>().ToArray();
        Tensor Norm(Tensor t) => double.IsPositiveInfinity(kind) ? t.abs().max() : t.norm((float)kind);
        var total = Norm(stack(gradients.Select(Norm)));
        var share = (most / (total + 1e-6)).clamp(max: 1.0);
        foreach (var gradient in gradients)
            gradient.mul_(share);
        return total.ToDouble();
    }
}
