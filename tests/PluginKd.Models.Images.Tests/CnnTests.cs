namespace PluginKd.Models.Images.Tests;

public class CnnTests
{
    private static readonly DenseInputs Images = new(arange(2 * 28 * 28, float32).reshape(2, 1, 28, 28) / 1568);

    [Fact]
    public void Answers_with_the_signals_it_promises()
    {
        var model = new Cnn(new() { Channels = [4, 8, 6] });
        using var network = Create(model, Images);
        var signals = network.call(network.Encode(Images));
        Assert.Equal(model.Signals.Order(), signals.Names.Order());
        Assert.Equal([2, 10], signals.Logits.shape);
        Assert.Equal([2, 6], signals[SignalNames.Embedding].shape);
        Assert.Equal([2, 4, 28, 28], signals[SignalNames.Hidden(0)].shape);
        Assert.Equal([2, 6, 7, 7], signals[SignalNames.Hidden(2)].shape);
    }

    // A window of one pixel, weight 2, then bn with mean 1 and variance 4: relu((2x − 1) / 2) is 0, ½, ½, 1½ for x = 0, 1, 1, 2, so 5/8 in
    // the mean; the last layer makes 8 · 5/8 + 1 = 6 of it.
    [Fact]
    public void Is_the_mean_of_normalised_convolutions()
    {
        var inputs = new DenseInputs(tensor(new[] { 0f, 1f, 1f, 2f }).reshape(1, 1, 2, 2));
        using var network = new Cnn(new() { Channels = [1], Kernel = 1 }).Create(new ModelRequest(inputs, 1));
        network.eval();
        using var quiet = no_grad();
        var state = network.state_dict();
        state["layers.0.weight"].fill_(2);
        state["norms.0.running_mean"].fill_(1);
        state["norms.0.running_var"].fill_(4);
        state["scores.weight"].fill_(8);
        state["scores.bias"].fill_(1);
        Assert.Equal(6, network.call(network.Encode(inputs)).Logits.ToSingle(), 4);
    }

    [Fact]
    public void Pools_no_map_of_one_pixel()
    {
        var inputs = new DenseInputs(zeros(2, 1, 1, 3));
        using var network = Create(new Cnn(new() { Channels = [2, 2, 2, 2] }), inputs);
        Assert.Equal([2, 2, 1, 1], network.call(network.Encode(inputs))[SignalNames.Hidden(3)].shape);
    }

    [Fact]
    public void Refuses_an_even_window() => Assert.Equal("the kernel is 4",
        Assert.Throws<UserErrorException>(() => Create(new Cnn(new() { Kernel = 4 }), Images)).Found);

    [Fact]
    public void Refuses_texts() => Assert.Equal("model 'cnn' was given texts",
        Assert.Throws<UserErrorException>(() => Create(new Cnn(new()), new TextInputs(["a"]))).Found);

    private static Network Create(Cnn model, Inputs inputs)
    {
        manual_seed(3).Dispose();
        var network = model.Create(new ModelRequest(inputs, 10));
        network.eval();
        return network;
    }
}
