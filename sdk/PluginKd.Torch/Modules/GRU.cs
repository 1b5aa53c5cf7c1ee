using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units: [T, N, I] gives [T, N, H · directions] and the last states.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentWeights.Shape _shape;

    internal GRU(RecurrentWeights.Shape shape, Device? device, ScalarType? type)
        : base(nameof(GRU))
    {
        _shape = shape;
        _weights = new(this, 3, shape, device, type);
    }

    /// <summary>The outputs and the last states, [layers · directions, N, H]; the first states are zeros unless given.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>The same for sequences of different lengths.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (output, states) = Ops.gru__data.CallPair(
            input.data, input.batch_sizes, _weights.Start(input, h0), Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout,
            training, _shape.IsBidirectional);
        return scope.MoveToOuter(input.With(output), input.Unsorted(states));
    }

    /// <inheritdoc />
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (output, states) = Ops.gru__input.CallPair(
            input, h0 ?? _weights.Zeros(input), Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout, training,
            _shape.IsBidirectional, _shape.BatchFirst);
        return scope.MoveToOuter(output, states);
    }

    /// <summary>Does nothing: of use on cuDNN only.</summary>
    public void flatten_parameters() => GC.KeepAlive(_weights);
}
