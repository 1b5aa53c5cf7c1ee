namespace PluginKd.Torch.Tests;

/// <summary>Operations by hand: two for each multiplication with its addition.</summary>
public class FlopsTests
{
    [Fact]
    public void Counts_matrix_products()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(2 * 3 * 4 * 5, Flops.Count(() => torch.rand(3, 4).mm(torch.rand(4, 5))));
        Assert.Equal(2 * 7 * 3 * 4 * 5, Flops.Count(() => torch.rand(7, 3, 4).bmm(torch.rand(7, 4, 5))));
        Assert.Equal(2 * 6 * 3 * 4 * 5, Flops.Count(() => torch.matmul(torch.rand(2, 3, 3, 4), torch.rand(2, 3, 4, 5))));
        Assert.Equal(2 * 3 * 4, Flops.Count(() => torch.matmul(torch.rand(3, 4), torch.rand(4))));
        Assert.Equal(2 * 6 * 4 * 5, Flops.Count(() => torch.nn.Linear(4, 5).call(torch.rand(2, 3, 4))));
        Assert.Equal(0, Flops.Count(() => torch.rand(3).add(1).exp()));
    }

    [Theory]
    [InlineData(3, 1, 1, 1, 1, 9 * 8)]
    [InlineData(3, 2, 1, 1, 1, 5 * 4)]
    [InlineData(3, 1, 0, 2, 1, 5 * 4)]
    [InlineData(1, 1, 0, 1, 2, 9 * 8)]
    public void Counts_convolutions(int kernel, int stride, int padding, int dilation, int groups, int places)
    {
        using var scope = torch.NewDisposeScope();
        var layer = torch.nn.Conv2d(4, 6, kernel, stride, padding, dilation, groups: groups);
        var images = torch.rand(2, 4, 9, 8);
        long[] shape = [];
        var found = Flops.Count(() => shape = layer.call(images).shape);
        Assert.Equal(places, shape[2] * shape[3]);
        Assert.Equal(2L * 2 * places * 6 * (4 / groups) * kernel * kernel, found);
    }

    [Fact]
    public void Counts_convolutions_over_sequences_and_backwards_ones()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(2 * 3 * 8 * 5 * 4 * 3, Flops.Count(() => torch.nn.Conv1d(4, 5, 3).call(torch.rand(3, 4, 10))));
        Assert.Equal(2 * 3 * 10 * 4 * 5 * 3, Flops.Count(() => torch.nn.ConvTranspose1d(4, 5, 3).call(torch.rand(3, 4, 10))));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Counts_recurrent_layers(int layers, bool isBidirectional)
    {
        using var scope = torch.NewDisposeScope();
        var directions = isBidirectional ? 2 : 1;
        var lstm = torch.nn.LSTM(4, 5, layers, batchFirst: true, bidirectional: isBidirectional);
        var gru = torch.nn.GRU(4, 5, layers, batchFirst: true, bidirectional: isBidirectional);
        long weights = 0;
        for (var layer = 0; layer < layers; layer++) weights += directions * 5 * ((layer == 0 ? 4 : 5 * directions) + 5);
        var words = torch.rand(3, 7, 4);
        using var quiet = torch.no_grad();
        Assert.Equal(2 * 3 * 7 * 4 * weights, Flops.Count(() => lstm.call(words)));
        Assert.Equal(2 * 3 * 7 * 3 * weights, Flops.Count(() => gru.call(words)));
    }

    [Fact]
    public void Counts_attention()
    {
        using var scope = torch.NewDisposeScope();
        var attention = torch.nn.MultiheadAttention(8, 2);
        var words = torch.rand(5, 3, 8);
        const int Projections = 4 * 2 * 5 * 3 * 8 * 8, Scores = 2 * 2 * 3 * 5 * 5 * 8;
        Assert.Equal(Projections + Scores, Flops.Count(() => attention.call(words, words, words)));
    }

    [Fact]
    public void Counts_what_one_thread_does_and_goes_on_after_an_error()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => Flops.Count(() => throw new InvalidOperationException()));
        using var elsewhere = new ManualResetEventSlim();
        var found = Flops.Count(() =>
        {
            var other = new Thread(() => torch.rand(3, 4).mm(torch.rand(4, 5)).Dispose());
            other.Start();
            other.Join();
        });
        Assert.Equal(0, found);
    }
}
