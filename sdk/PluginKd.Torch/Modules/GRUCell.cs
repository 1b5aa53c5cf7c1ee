using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a gated recurrent layer, [N, inputs] and [N, hidden] giving [N, hidden].</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly CellWeights _weights;

    internal GRUCell(long inputs, long hidden, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(GRUCell)) => _weights = new(this, 3, inputs, hidden, hasBias, device, type);

    /// <summary>The next state; from zeros unless a state is given.</summary>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var start = h0 is null ? _weights.Zeros(input) : null;
        return Ops.gru_cell.Call(input, h0 ?? start, _weights.Inward, _weights.Onward, _weights.InwardBias, _weights.OnwardBias);
    }
}
