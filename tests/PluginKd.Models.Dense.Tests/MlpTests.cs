namespace PluginKd.Models.Dense.Tests;

public class MlpTests
{
    private static readonly DenseInputs Rows = new(arange(12, float32).reshape(3, 4) / 12);

    [Fact]
    public void Answers_with_the_signals_it_promises()
    {
        var model = new Mlp(new() { Hidden = [5, 7] });
        using var network = Create(model, Rows);
        var signals = network.call(network.Encode(Rows));
        Assert.Equal(model.Signals.Order(), signals.Names.Order());
        Assert.Equal([3, 2], signals.Logits.shape);
        Assert.Equal([3, 7], signals[SignalNames.Embedding].shape);
        Assert.Equal([3, 5], signals[SignalNames.Hidden(0)].shape);
    }

    // One layer, no hidden one: z = W·x + b, by hand for W = ((1, 0), (2, −1)), b = (0, 3), x = (5, 4).
    [Fact]
    public void Without_hidden_layers_is_linear()
    {
        var inputs = new DenseInputs(tensor(new[] { 5f, 4f }).reshape(1, 2));
        using var network = Create(new Mlp(new() { Hidden = [] }), inputs);
        using (no_grad())
        {
            var state = network.state_dict();
            state["layers.0.weight"].copy_(tensor(new[] { 1f, 0f, 2f, -1f }).reshape(2, 2));
            state["layers.0.bias"].copy_(tensor(new[] { 0f, 3f }));
        }

        Assert.Equal([5f, 9f], network.call(network.Encode(inputs)).Logits.data<float>().ToArray());
    }

    [Fact]
    public void Flattens_images()
    {
        var images = new DenseInputs(zeros(2, 1, 8, 8));
        using var network = Create(new Mlp(new()), images);
        Assert.Equal([2, 64], network.Encode(images)[0].shape);
    }

    [Fact]
    public void Has_the_same_weights_for_the_same_seed()
    {
        using var first = Create(new Mlp(new()), Rows);
        using var second = Create(new Mlp(new()), Rows);
        Assert.Equal(Logits(first), Logits(second));
    }

    [Fact]
    public void Is_made_again_from_what_it_saved()
    {
        using var network = Create(new Mlp(new()), Rows);
        using var again = new Mlp(new()).Create(new ModelRequest(new TextInputs(["not looked at"]), 2, network.Saved));
        again.load_state_dict(network.state_dict());
        again.eval();
        Assert.Equal(Logits(network), Logits(again));
    }

    [Fact]
    public void Says_how_wide_inputs_must_be()
    {
        using var network = Create(new Mlp(new()), Rows);
        var error = Assert.Throws<UserErrorException>(() => network.Encode(new DenseInputs(zeros(2, 5))));
        Assert.Equal("an input has 5 numbers", error.Found);
        Assert.Equal("4, as the network was made for", error.Expected);
    }

    [Fact]
    public void Refuses_texts() => Assert.Equal("model 'mlp' was given texts",
        Assert.Throws<UserErrorException>(() => Create(new Mlp(new()), new TextInputs(["a"]))).Found);

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Tanh)]
    public void Stays_finite_at_inputs_of_ten_thousand(Activation activation)
    {
        var inputs = new DenseInputs(full(1, 4, 1e4f));
        using var network = Create(new Mlp(new() { Activation = activation }), inputs);
        Assert.All(Logits(network, inputs), z => Assert.True(float.IsFinite(z)));
    }

    [Fact]
    public void Drops_nothing_in_evaluation_mode()
    {
        using var network = Create(new Mlp(new() { Dropout = 0.5 }), Rows);
        Assert.Equal(Logits(network), Logits(network));
    }

    private static Network Create(Mlp model, Inputs inputs)
    {
        manual_seed(3).Dispose();
        var network = model.Create(new ModelRequest(inputs, 2));
        network.eval();
        return network;
    }

    private static float[] Logits(Network network, Inputs? inputs = null) => network.call(network.Encode(inputs ?? Rows)).Logits.data<float>().ToArray();
}
