namespace PluginKd.Models.Images.Tests;

public class ResNetTests
{
    private static readonly DenseInputs Images = new(arange(2 * 3 * 32 * 32, float32).reshape(2, 3, 32, 32) / 6144);

    [Fact]
    public void Answers_with_the_signals_it_promises()
    {
        var model = new ResNet(new());
        using var network = Create(model, Images);
        var signals = network.call(network.Encode(Images));
        Assert.Equal(model.Signals.Order(), signals.Names.Order());
        Assert.Equal([2, 10], signals.Logits.shape);
        Assert.Equal([2, 64], signals[SignalNames.Embedding].shape);
        Assert.Equal([2, 16, 32, 32], signals[SignalNames.Hidden(0)].shape);
        Assert.Equal([2, 32, 16, 16], signals[SignalNames.Hidden(1)].shape);
        Assert.Equal([2, 64, 8, 8], signals[SignalNames.Hidden(2)].shape);
    }

    // He et al. (2016), table 6, in millions.
    [Theory]
    [InlineData(20, 0.27)]
    [InlineData(32, 0.46)]
    [InlineData(44, 0.66)]
    [InlineData(56, 0.85)]
    public void Has_as_many_parameters_as_published(int depth, double millions)
    {
        using var network = Create(new ResNet(new() { Depth = depth }), Images);
        Assert.Equal(millions, network.parameters().Sum(p => p.numel()) / 1e6, 2);
    }

    [Fact]
    public void Names_parameters_as_checkpoints_do()
    {
        using var network = Create(new ResNet(new() { Depth = 8 }), Images);
        var names = network.state_dict().Keys;
        Assert.Superset(
            new HashSet<string> { "conv1.weight", "bn1.running_var", "layer1.0.conv1.weight", "layer2.0.bn2.bias", "layer3.0.conv2.weight", "linear.bias" },
            names.ToHashSet());
    }

    // With its last factors at zero a block leaves only its shortcut: every second position, planes in the middle, zeros around them.
    [Fact]
    public void Halves_maps_by_subsampling_and_pads_planes_on_both_sides()
    {
        using var block = new ResidualBlock(2, 4);
        using var quiet = no_grad();
        block.state_dict()["bn2.weight"].zero_();
        var answer = block.call(arange(1, 33, float32).reshape(1, 2, 4, 4));
        float[] expected = [0, 0, 0, 0, 1, 3, 9, 11, 17, 19, 25, 27, 0, 0, 0, 0];
        Assert.Equal([1, 4, 2, 2], answer.shape);
        Assert.Equal(expected, answer.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Takes_rows_as_images_when_told_their_shape()
    {
        using var network = Create(new ResNet(new() { Depth = 8, RowsAs = [1, 8, 8] }), new DenseInputs(zeros(2, 64)));
        Assert.Equal([2, 1, 8, 8], network.Encode(new DenseInputs(zeros(2, 64)))[0].shape);
    }

    [Fact]
    public void Says_what_to_do_with_rows_of_numbers()
    {
        var error = Assert.Throws<UserErrorException>(() => Create(new ResNet(new()), new DenseInputs(zeros(2, 64))));
        Assert.Equal("an input is a row of 64 numbers", error.Found);
        Assert.Contains("rows-as", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_images_it_was_made_for()
    {
        using var network = Create(new ResNet(new() { Depth = 8 }), Images);
        var error = Assert.Throws<UserErrorException>(() => network.Encode(new DenseInputs(zeros(1, 1, 28, 28))));
        Assert.Equal(("an input is [1, 28, 28]", "[3, 32, 32], as the network was made for"), (error.Found, error.Expected));
    }

    [Fact]
    public void Refuses_a_depth_that_makes_no_whole_blocks()
    {
        var error = Assert.Throws<UserErrorException>(() => Create(new ResNet(new() { Depth = 18 }), Images));
        Assert.Equal(("the depth is 18", "set it to 20"), (error.Found, error.Fix));
    }

    private static Network Create(ResNet model, Inputs inputs)
    {
        manual_seed(3).Dispose();
        var network = model.Create(new ModelRequest(inputs, 10));
        network.eval();
        return network;
    }
}
