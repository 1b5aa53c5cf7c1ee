using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each channel less its mean, divided by its deviation: of the batch while training, else the running ones.</summary>
public abstract class BatchNorm : nn.Module<Tensor, Tensor>
{
    private readonly double _momentum;
    private readonly long _dimensionsLeast;
    private readonly long _dimensionsMost;

    private protected BatchNorm(
        string name, long features, double eps, double momentum, bool affine, bool tracks,
        Device? device, ScalarType? type, (long, long) dimensions)
        : base(name)
    {
        num_features = features;
        this.eps = eps;
        _momentum = momentum;
        (_dimensionsLeast, _dimensionsMost) = dimensions;
        if (affine)
        {
            weight = FirstWeights.Filled([features], 1, device, type);
            bias = FirstWeights.Filled([features], 0, device, type);
        }

        if (tracks)
        {
            register_buffer("running_mean", running_mean = zeros(features, type, device));
            register_buffer("running_var", running_var = ones(features, type, device));
            register_buffer("num_batches_tracked", num_batches_tracked = tensor(0L, device: device));
        }
    }

    /// <summary>C.</summary>
    public long num_features { get; }

    /// <summary>What keeps the deviation from 0.</summary>
    public double eps { get; }

    /// <summary>Factors, [C]; null where there are none.</summary>
    public Parameter? weight { get; set => field = Put("weight", value); }

    /// <summary>Summands, [C]; null where there are none.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>Running means, [C].</summary>
    public Tensor? running_mean { get; }

    /// <summary>Running variances, [C].</summary>
    public Tensor? running_var { get; }

    /// <summary>Batches seen while training.</summary>
    public Tensor? num_batches_tracked { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ndim < _dimensionsLeast || input.ndim > _dimensionsMost)
            throw new ArgumentException($"{GetName()} needs {_dimensionsLeast} to {_dimensionsMost} dimensions, not {input.Summary()}");
        if (training && num_batches_tracked is not null)
            Ops.add___Tensor.Run(num_batches_tracked, 1L);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, _momentum, eps);
    }
}
