namespace PluginKd.Torch.Tests;

/// <summary>What our list of TorchSharp's surface does not hold is tested here: packed sequences, the plain cell, the decoder, masks of Transformer.</summary>
public sealed class PackedSequenceTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    private static Tensor S => linspace(-1, 1, 30).reshape(5, 2, 3);

    private static Tensor E => linspace(-1, 1, 40).reshape(5, 2, 4).sin();

    public static IEnumerable<object[]> Places => Devices.Each([[]]);

    [Theory]
    [MemberData(nameof(Places))]
    public void Recurrent_layers_stop_where_each_sequence_ends(string device)
    {
        // Lengths lie in main memory everywhere.
        using var packed = nn.utils.rnn.pack_padded_sequence(Devices.Placed(S, device), tensor(new long[] { 3, 5 }), enforce_sorted: false);
        using var lstm = Devices.Placed(Weighted(nn.LSTM(3, 4, bidirectional: true)), device);
        var first = lstm.call(packed);
        Same("lstm", first.Item1, first.Item3);
        using var gru = Devices.Placed(Weighted(nn.GRU(3, 4, 2)), device);
        var second = gru.call(packed);
        Same("gru", second.Item1, second.Item2);
        using var rnn = Devices.Placed(Weighted(nn.RNN(3, 4)), device);
        var third = rnn.call(packed);
        Same("rnn", third.Item1, third.Item2);
        using var bent = Devices.Placed(Weighted(nn.RNN(3, 4, nonLinearity: nn.NonLinearities.ReLU)), device);
        var fourth = bent.call(packed);
        Same("rnn_relu", fourth.Item1, fourth.Item2);
    }

    [Fact]
    public void States_are_given_and_returned_in_the_order_of_the_sequences()
    {
        using var gru = Weighted(nn.GRU(3, 4));
        var start = E[0].unsqueeze(0);
        var packed = nn.utils.rnn.pack_padded_sequence(S, tensor(new long[] { 3, 5 }), enforce_sorted: false);
        var state = gru.call(packed, start).Item2;
        var alone = gru.call(S.narrow(1, 0, 1).narrow(0, 0, 3), start.narrow(1, 0, 1).contiguous()).Item2;
        Assert.True(state.narrow(1, 0, 1).allclose(alone, atol: 1e-6));
    }

    [Fact]
    public void Sequences_are_packed_step_by_step()
    {
        var packed = nn.utils.rnn.pack_sequence([S.narrow(0, 0, 4).select(1, 0), S.narrow(0, 0, 2).select(1, 1)]);
        Reference.Close("packed.data", packed.data);
        Reference.Close("packed.sizes", packed.batch_sizes);
        Assert.Equal([2L, 3], nn.utils.rnn.pad_sequence([zeros(3), zeros(2)], true).shape);
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(packed, true);
        Assert.Equal([2L, 4, 3], padded.shape);
        Assert.Equal([4L, 2], lengths.data<long>().ToArray());
    }

    [Fact]
    public void A_scope_lets_a_packed_sequence_out_or_ends_it()
    {
        nn.utils.rnn.PackedSequence kept, lost;
        using (var scope = NewDisposeScope())
        {
            kept = scope.MoveToOuter(nn.utils.rnn.pack_sequence([zeros(2, 1)]));
            lost = nn.utils.rnn.pack_sequence([zeros(2, 1)]);
        }

        Assert.Equal(2, kept.data.numel());
        Assert.True(lost.data.IsInvalid);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Plain_cells_and_decoders_give_PyTorchs_numbers(string device)
    {
        var (s, e) = (Devices.Placed(S, device), Devices.Placed(E, device));
        using var cell = Devices.Placed(Weighted(nn.RNNCell(3, 4)), device);
        Reference.Close("run.rnn_cell.0", cell.call(s[0], e[0]), 2e-6);
        using var bent = Devices.Placed(Weighted(nn.RNNCell(3, 4, nn.NonLinearities.ReLU)), device);
        Reference.Close("run.rnn_cell_relu.0", bent.call(s[0]), 2e-6);
        var layer = nn.TransformerDecoderLayer(4, 2, 6, activation: nn.Activations.GELU);
        using var decoder = Devices.Placed(Weighted(nn.TransformerDecoder(layer, 2)), device);
        decoder.eval();
        Reference.Close("run.decoder.0", decoder.call(e, e.cos().narrow(0, 0, 3)), 2e-6);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Masks_of_a_transformer_hide_what_they_say(string device)
    {
        using var net = Devices.Placed(Weighted(nn.Transformer(4, 2, 1, 1, 6, dropout: 0)), device);
        Tensor On(Tensor tensor) => Devices.Placed(tensor, device);
        var hidden = On(tensor(new[,] { { false, false, false, false, false }, { false, false, false, true, true } }));
        var future = On(full(5, 5, float.NegativeInfinity).triu(1));
        var (source, later) = (On(E), On(ones(5, 5).triu(1).to(@bool)));
        Reference.Close("run.wrapped.0", net.call(source, source.cos(), later, future, null, hidden, null, hidden), 2e-6);
    }

    public void Dispose() => _scope.Dispose();

    private static void Same(string name, nn.utils.rnn.PackedSequence packed, Tensor state)
    {
        Reference.Close($"packed.{name}.padded", nn.utils.rnn.pad_packed_sequence(packed, padding_value: 7).Item1, 2e-6);
        Reference.Close($"packed.{name}.state", state, 2e-6);
    }

    private static T Weighted<T>(T module)
        where T : nn.Module
    {
        manual_seed(3);
        foreach (var parameter in module.parameters())
            nn.init.uniform_(parameter, -0.5, 0.5);
        return module;
    }
}
