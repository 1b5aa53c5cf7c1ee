using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a plain recurrent layer, [N, inputs] and [N, hidden] giving [N, hidden].</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly CellWeights _weights;
    private readonly Operator _step;

    internal RNNCell(long inputs, long hidden, nn.NonLinearities bend, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(RNNCell))
    {
        _weights = new(this, 1, inputs, hidden, hasBias, device, type);
        _step = bend == nn.NonLinearities.Tanh ? Ops.rnn_tanh_cell : Ops.rnn_relu_cell;
    }

    /// <summary>The next state; from zeros unless a state is given.</summary>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var start = h0 is null ? _weights.Zeros(input) : null;
        return _step.Call(input, h0 ?? start, _weights.Inward, _weights.Onward, _weights.InwardBias, _weights.OnwardBias);
    }
}
