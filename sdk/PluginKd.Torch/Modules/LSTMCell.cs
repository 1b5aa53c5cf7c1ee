using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a layer with long short-term memory, [N, inputs] and two of [N, hidden] giving two of [N, hidden].</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private readonly CellWeights _weights;

    internal LSTMCell(long inputs, long hidden, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(LSTMCell)) => _weights = new(this, 4, inputs, hidden, hasBias, device, type);

    /// <summary>The next state and cell; from zeros unless both are given.</summary>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <inheritdoc />
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (state, cell) = h0_c0 ?? (_weights.Zeros(input), _weights.Zeros(input));
        var (next, memory) = Ops.lstm_cell.CallPair(
            input, Arg.List([state, cell]), _weights.Inward, _weights.Onward, _weights.InwardBias, _weights.OnwardBias);
        return scope.MoveToOuter(next, memory);
    }
}
