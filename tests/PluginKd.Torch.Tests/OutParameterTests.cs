namespace PluginKd.Torch.Tests;

public sealed class OutParameterTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Extremes_are_written_where_asked()
    {
        var x = tensor(new float[,] { { 1, 5 }, { 4, 2 } });
        var room = empty(2);
        x.amax([1], @out: room);
        Assert.Equal([5f, 4], room.data<float>().ToArray());
        amin(x, [0], false, room);
        Assert.Equal([1f, 2], room.data<float>().ToArray());
    }

    [Fact]
    public void Products_and_solutions_are_written_where_asked()
    {
        var dot = empty(Array.Empty<long>());
        linalg.vecdot(tensor(new[] { 1f, 2 }), tensor(new[] { 3f, 4 }), @out: dot);
        Assert.Equal(11, dot.ToSingle());
        var solution = empty(2, 1);
        linalg.solve_triangular(tensor(new float[,] { { 2, 0 }, { 1, 1 } }), tensor(new float[,] { { 4 }, { 5 } }), false, @out: solution);
        Assert.Equal([2f, 3], solution.data<float>().ToArray());
    }

    public void Dispose() => _scope.Dispose();
}
