namespace PluginKd.Sdk.Tests;

public class LossBatchTests
{
    [Theory]
    [InlineData(null, 2.5)]
    [InlineData(new float[] { 1, 3 }, 3.25)]
    [InlineData(new float[] { 0, 0 }, 0)]
    public void Average_is_by_the_weights_when_there_are_any(float[]? weights, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, Batch(weights).Average(tensor(new[] { 1f, 4f })).ToDouble(), 1e-6);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(new float[0])]
    public void Average_of_nothing_is_zero_and_so_is_its_gradient(float[]? weights)
    {
        using var scope = NewDisposeScope();
        var none = zeros(0).requires_grad_();
        var average = Batch(weights).Average(none * 2);
        average.backward();
        Assert.Equal(0.0, average.ToDouble());
        Assert.Equal([0L], none.grad!.shape);
    }

    private static LossBatch Batch(float[]? weights) => new()
    {
        Student = new Signals(),
        Labels = zeros(2, dtype: int64),
        GatherIndices = () => zeros(2, dtype: int64),
        AllLabelled = false,
        Weights = weights is null ? null : tensor(weights),
        StudentAgain = () => new Signals(),
    };
}
