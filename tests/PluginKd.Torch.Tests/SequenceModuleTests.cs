using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class SequenceModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    private static Tensor S => linspace(-1, 1, 30).reshape(5, 2, 3);

    private static Tensor E => linspace(-1, 1, 40).reshape(5, 2, 4).sin();

    public static TheoryData<string, Func<nn.Module>> Layers => new()
    {
        { "lstm", () => nn.LSTM(3, 4, 2, bidirectional: true) },
        { "gru", () => nn.GRU(3, 4, 2, batchFirst: true) },
        { "gru_plain", () => nn.GRU(3, 4, bias: false) },
        { "mha", () => nn.MultiheadAttention(4, 2) },
        { "mha_apart", () => nn.MultiheadAttention(4, 2, add_bias_kv: true, kdim: 3, vdim: 5) },
        { "encoder_layer", () => nn.TransformerEncoderLayer(4, 2, 6) },
        { "encoder", () => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6), 2) },
        { "group_norm", () => nn.GroupNorm(2, 4) },
        { "bilinear", () => nn.Bilinear(3, 4, 2) },
        { "conv_same", () => nn.Conv1d(2, 3, 4, Padding.Same) },
        { "rnn", () => nn.RNN(3, 4, 2, bidirectional: true) },
        { "lstm_cell", () => nn.LSTMCell(3, 4) },
        { "gru_cell", () => nn.GRUCell(3, 4, bias: false) },
        { "conv_back", () => nn.ConvTranspose1d(4, 6, 3, 2, groups: 2) },
        { "decoder_layer", () => nn.TransformerDecoderLayer(4, 2, 6) },
        { "transformer", () => nn.Transformer(4, 2, 2, 2, 6) },
    };

    public static TheoryData<string, Func<nn.Module>, Func<nn.Module, Tensor[], Tensor[]>, Func<Tensor[]>> Runs => new()
    {
        { "lstm", () => nn.LSTM(3, 4, 2, bidirectional: true), (m, i) => Three(((LSTM)m).call(i[0])), () => [S] },
        { "gru", () => nn.GRU(3, 4, 2, batchFirst: true), (m, i) => Two(((GRU)m).call(i[0])), () => [S] },
        { "gru_plain", () => nn.GRU(3, 4, bias: false), (m, i) => Two(((GRU)m).call(i[0])), () => [S] },
        { "mha", () => nn.MultiheadAttention(4, 2), Attend, () => [E, E + 1, E.cos()] },
        { "mha_apart", () => nn.MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, kdim: 3, vdim: 4), Attend, () => [E, S, E] },
        { "encoder_layer", () => nn.TransformerEncoderLayer(4, 2, 6), One, () => [E] },
        {
            "encoder_gelu", () => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, activation: nn.Activations.GELU), 2),
            (m, i) => [((TransformerEncoder)m).call(i[0])], () => [E]
        },
        { "group_norm", () => nn.GroupNorm(2, 4), One, () => [E.permute(1, 2, 0)] },
        { "bilinear", () => nn.Bilinear(3, 4, 2), (m, i) => [((Bilinear)m).call(i[0], i[1])], () => [S, E] },
        { "conv_same", () => nn.Conv1d(2, 3, 4, Padding.Same), One, () => [S.narrow(0, 0, 2)] },
        {
            "conv_same_circular", () => nn.Conv1d(2, 3, 4, Padding.Same, padding_mode: PaddingModes.Circular), One,
            () => [S.narrow(0, 0, 2)]
        },
        { "rnn", () => nn.RNN(3, 4, 2, bidirectional: true), (m, i) => Two(((RNN)m).call(i[0], null!)), () => [S] },
        {
            "rnn_relu", () => nn.RNN(3, 4, nonLinearity: nn.NonLinearities.ReLU, batchFirst: true),
            (m, i) => Two(((RNN)m).call(i[0], null!)), () => [S]
        },
        { "lstm_cell", () => nn.LSTMCell(3, 4), (m, i) => Two(((LSTMCell)m).call(i[0], null)), () => [S[0]] },
        { "gru_cell", () => nn.GRUCell(3, 4, bias: false), (m, i) => [((GRUCell)m).call(i[0], i[1])], () => [S[0], E[0]] },
        { "conv_back", () => nn.ConvTranspose1d(4, 6, 3, 2, 1, 1, 2, groups: 2), One, () => [E.permute(1, 2, 0)] },
        {
            "decoder_layer", () => nn.TransformerDecoderLayer(4, 2, 6),
            (m, i) => [((TransformerDecoderLayer)m).call(i[0], i[1], null!, null!, null!, null!)], () => [E, E.cos().narrow(0, 0, 3)]
        },
        {
            "transformer", () => nn.Transformer(4, 2, 2, 1, 6), (m, i) => [((Transformer)m).call(i[0], i[1])],
            () => [E.cos().narrow(0, 0, 3), E]
        },
        { "conv2d_same", () => nn.Conv2d(2, 3, (3, 2), Padding.Same, dilation: (2, 2)), One, () => [S.narrow(0, 0, 2).unsqueeze(0)] },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void First_weights_and_keys_are_PyTorchs(string name, Func<nn.Module> make)
    {
        manual_seed(7);
        using var layer = make();
        Assert.Equal(
            Reference.Names.Where(key => key.StartsWith(name + ".", StringComparison.Ordinal)).Select(key => key[(name.Length + 1)..]),
            layer.state_dict().Keys.Append("after"));
        foreach (var (key, tensor) in layer.state_dict())
            Reference.Same($"{name}.{key}", tensor);
        Reference.Same(name + ".after", rand(1));
    }

    public static IEnumerable<object[]> Places => Devices.Each([[]]);

    public static IEnumerable<object[]> RunsOnDevices => Devices.Each(Runs);

    [Theory]
    [MemberData(nameof(RunsOnDevices))]
    public void Results_and_gradients_are_PyTorchs(
        string device, string name, Func<nn.Module> make, Func<nn.Module, Tensor[], Tensor[]> run, Func<Tensor[]> given)
    {
        using var module = Devices.Placed(Weighted(make()), device);
        module.eval();
        Tensor[] inputs = [.. given().Select(input => Devices.Placed(input, device).detach().clone().requires_grad_())];
        var results = run(module, inputs);
        for (var i = 0; i < results.Length; i++)
            Reference.Close($"run.{name}.{i}", results[i], 2e-6);
        results.Select(result => result.pow(2).sum()).Aggregate((a, b) => a + b).backward();
        var gradients = inputs.Concat(module.parameters()).Select(tensor => tensor.grad?.flatten()).OfType<Tensor>().ToArray();
        // The reference is of single precision; what is worked out in double stands further from it than single does.
        Reference.Close($"run.{name}.gradients", cat(gradients), Devices.IsReference(device) ? 2e-5 : 1e-4);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Masks_hide_what_they_say(string device)
    {
        using var net = Devices.Placed(Weighted(nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, dropout: 0), 2)), device);
        var padding = tensor(new[,] { { false, false, false, false, false }, { false, false, false, true, true } });
        Tensor On(Tensor tensor) => Devices.Placed(tensor, device);
        Reference.Close("run.masked.0", net.call(On(E), On(ones(5, 5).triu(1).to(@bool)), On(padding)), 2e-6);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Recurrent_layers_go_on_from_given_states(string device)
    {
        using var net = Devices.Placed(nn.LSTM(3, 4), device);
        var given = Devices.Placed(S, device);
        var whole = net.call(given);
        var first = net.call(given.narrow(0, 0, 2));
        var second = net.call(given.narrow(0, 2, 3), (first.Item2, first.Item3));
        Assert.True(cat([first.Item1, second.Item1]).allclose(whole.Item1, atol: 1e-6));
    }

    public void Dispose() => _scope.Dispose();

    private static T Weighted<T>(T module)
        where T : nn.Module
    {
        manual_seed(3);
        foreach (var parameter in module.parameters())
            nn.init.uniform_(parameter, -0.5, 0.5);
        return module;
    }

    private static Tensor[] One(nn.Module module, Tensor[] inputs) => [((nn.Module<Tensor, Tensor>)module).call(inputs[0])];

    private static Tensor[] Two((Tensor, Tensor) both) => [both.Item1, both.Item2];

    private static Tensor[] Three((Tensor, Tensor, Tensor) all) => [all.Item1, all.Item2, all.Item3];

    private static Tensor[] Attend(nn.Module module, Tensor[] inputs)
    {
        var (result, weights) = ((MultiheadAttention)module).call(inputs[0], inputs[1], inputs[2]);
        return [result, weights!];
    }
}
