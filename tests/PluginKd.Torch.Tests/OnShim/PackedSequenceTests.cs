namespace PluginKd.Torch.Tests;

/// <summary>What our list of TorchSharp's surface does not hold is tested here: packed sequences, the plain cell, the decoder, masks of Transformer.</summary>
public sealed class PackedSequenceTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    private static Tensor S => linspace(-1, 1, 30).reshape(5, 2, 3);

    private static Tensor E => linspace(-1, 1, 40).reshape(5, 2, 4).sin();

    [Fact]
    public void Recurrent_layers_stop_where_each_sequence_ends()
    {
        using var packed = nn.utils.rnn.pack_padded_sequence(S, tensor(new long[] { 3, 5 }), enforce_sorted: false);
        using var lstm = Weighted(nn.LSTM(3, 4, bidirectional: true));
        var first = lstm.call(packed);
        Same("lstm", first.Item1, first.Item3);
        using var gru = Weighted(nn.GRU(3, 4, 2));
        var second = gru.call(packed);
        Same("gru", second.Item1, second.Item2);
        using var rnn = Weighted(nn.RNN(3, 4));
        var third = rnn.call(packed);
        Same("rnn", third.Item1, third.Item2);
        using var bent = Weighted(nn.RNN(3, 4, nonLinearity: nn.NonLinearities.ReLU));
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

    [Fact]
    public void Plain_cells_and_decoders_give_PyTorchs_numbers()
    {
        using var cell = Weighted(nn.RNNCell(3, 4));
        Reference.Close("run.rnn_cell.0", cell.call(S[0], E[0]), 2e-6);
        using var bent = Weighted(nn.RNNCell(3, 4, nn.NonLinearities.ReLU));
        Reference.Close("run.rnn_cell_relu.0", bent.call(S[0]), 2e-6);
        using var decoder = Weighted(nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, activation: nn.Activations.GELU), 2));
        decoder.eval();
        Reference.Close("run.decoder.0", decoder.call(E, E.cos().narrow(0, 0, 3)), 2e-6);
    }

    [Fact]
    public void Masks_of_a_transformer_hide_what_they_say()
    {
        using var net = Weighted(nn.Transformer(4, 2, 1, 1, 6, dropout: 0));
        var hidden = tensor(new[,] { { false, false, false, false, false }, { false, false, false, true, true } });
        var future = full(5, 5, float.NegativeInfinity).triu(1);
        Reference.Close("run.wrapped.0", net.call(E, E.cos(), ones(5, 5).triu(1).to(@bool), future, null, hidden, null, hidden), 2e-6);
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
