using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Plain recurrent layers; weights in PyTorch's layout and names.</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentWeights.Shape _shape;
    private readonly bool _tanh;

    internal RNN(RecurrentWeights.Shape shape, nn.NonLinearities bend, Device? device, ScalarType? type)
        : base(nameof(RNN))
    {
        (_shape, _tanh) = (shape, bend == nn.NonLinearities.Tanh);
        _weights = new(this, 1, shape, device, type);
    }

    /// <summary>The outputs of all steps and the last state; from zeros unless a state is given.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>The same for sequences of different lengths.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (output, states) = (_tanh ? Ops.rnn_tanh__data : Ops.rnn_relu__data).CallPair(
            input.data, input.batch_sizes, _weights.Start(input, h0), Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout,
            training, _shape.IsBidirectional);
        return scope.MoveToOuter(input.With(output), input.Unsorted(states));
    }

    /// <inheritdoc />
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (output, states) = (_tanh ? Ops.rnn_tanh__input : Ops.rnn_relu__input).CallPair(
            input, h0 ?? _weights.Zeros(input), Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout, training,
            _shape.IsBidirectional, _shape.BatchFirst);
        return scope.MoveToOuter(output, states);
    }

    /// <summary>Does nothing on the processor; where cuDNN is used, it would lay the weights out in one row.</summary>
    public void flatten_parameters() => GC.KeepAlive(_weights);
}
