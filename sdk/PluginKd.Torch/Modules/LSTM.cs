using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory: [T, N, I] gives [T, N, H · directions], the last states and the last cells.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentWeights.Shape _shape;

    internal LSTM(RecurrentWeights.Shape shape, Device? device, ScalarType? type)
        : base(nameof(LSTM))
    {
        _shape = shape;
        _weights = new(this, 4, shape, device, type);
    }

    /// <summary>The outputs, the last states and the last cells, [layers · directions, N, H]; the first are zeros unless given.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>The same for sequences of different lengths.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (output, states, cells) = Ops.lstm__data.CallTriple(
            input.data, input.batch_sizes, Arg.List([_weights.Start(input, h0_c0?.Item1), _weights.Start(input, h0_c0?.Item2)]),
            Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout, training, _shape.IsBidirectional);
        return scope.MoveToOuter(input.With(output), input.Unsorted(states), input.Unsorted(cells));
    }

    /// <inheritdoc />
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (state, cell) = h0_c0 ?? (_weights.Zeros(input), _weights.Zeros(input));
        var (output, states, cells) = Ops.lstm__input.CallTriple(
            input, Arg.List([state, cell]), Arg.List(_weights.All), _shape.HasBias, _shape.Layers, _shape.Dropout, training,
            _shape.IsBidirectional, _shape.BatchFirst);
        return scope.MoveToOuter(output, states, cells);
    }

    /// <summary>Does nothing: of use on cuDNN only.</summary>
    public void flatten_parameters() => GC.KeepAlive(_weights);
}
