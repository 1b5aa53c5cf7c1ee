using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weights of LSTM and GRU under PyTorch's names, and what its operators ask for.</summary>
internal sealed class RecurrentWeights
{
    private readonly Shape _shape;

    public RecurrentWeights(nn.Module owner, long gates, Shape shape, Device? device, ScalarType? type)
    {
        _shape = shape;
        var list = new List<Parameter>();
        for (long layer = 0; layer < shape.Layers; layer++)
        {
            var inputs = layer == 0 ? shape.Inputs : shape.Hidden * shape.Directions;
            for (var direction = 0; direction < shape.Directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                Add("weight_ih" + suffix, gates * shape.Hidden, inputs);
                Add("weight_hh" + suffix, gates * shape.Hidden, shape.Hidden);
                if (!shape.HasBias)
                    continue;
                Add("bias_ih" + suffix, gates * shape.Hidden);
                Add("bias_hh" + suffix, gates * shape.Hidden);
            }
        }

        // Drawn after all are there, in the order of the names.
        var bound = 1 / Math.Sqrt(shape.Hidden);
        foreach (var parameter in list)
            nn.init.uniform_(parameter, -bound, bound);
        All = [.. list];

        void Add(string name, params long[] sizes)
        {
            var parameter = FirstWeights.Empty(sizes, device, type);
            owner.register_parameter(name, parameter);
            list.Add(parameter);
        }
    }

    public Tensor[] All { get; }

    /// <summary>A first state of zeros for this input, [T, N, I], or [N, T, I] with the batch first.</summary>
    public Tensor Zeros(Tensor input) => zeros(
        [_shape.Layers * _shape.Directions, input.size(_shape.BatchFirst ? 0 : 1), _shape.Hidden], input.dtype, input.device);

    /// <summary>The states that packed sequences start from, in the order in which they are packed.</summary>
    public Tensor Start(nn.utils.rnn.PackedSequence input, Tensor? given) => given is not null
        ? input.Sorted(given)
        : zeros([_shape.Layers * _shape.Directions, input.batch_sizes[0].ToInt64(), _shape.Hidden], input.data.dtype, input.data.device);

    internal sealed record Shape(
        long Inputs, long Hidden, long Layers, bool HasBias, bool BatchFirst, double Dropout, bool IsBidirectional)
    {
        public long Directions => IsBidirectional ? 2 : 1;
    }
}
