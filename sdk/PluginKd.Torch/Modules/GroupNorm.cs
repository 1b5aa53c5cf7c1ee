using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each group of channels less its mean, divided by its deviation; then weight and bias of each channel.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? type)
        : base(nameof(GroupNorm))
    {
        (num_groups, num_channels, this.eps) = (groups, channels, eps);
        if (!affine)
            return;
        weight = FirstWeights.Filled([channels], 1, device, type);
        bias = FirstWeights.Filled([channels], 0, device, type);
    }

    /// <summary>Factors; null where there are none.</summary>
    public Parameter? weight { get; set => field = Put("weight", value); }

    /// <summary>Summands; null where there are none.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>How many groups there are.</summary>
    public long num_groups { get; }

    /// <summary>How many channels there are.</summary>
    public long num_channels { get; }

    /// <summary>What keeps the deviation from 0.</summary>
    public double eps { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => nn.functional.group_norm(input, num_groups, weight, bias, eps);
}
