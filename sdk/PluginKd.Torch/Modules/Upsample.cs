namespace TorchSharp.Modules;

/// <summary>A map of another size.</summary>
public sealed class Upsample : torch.nn.Module<Tensor, Tensor>
{
    private readonly long[]? _size;
    private readonly double[]? _scale;
    private readonly torch.UpsampleMode _mode;
    private readonly bool? _corners;
    private readonly bool _recompute;

    internal Upsample(long[]? size, double[]? scale, torch.UpsampleMode mode, bool? corners, bool recompute)
        : base(nameof(Upsample)) =>
        (_size, _scale, _mode, _corners, _recompute) = (size, scale, mode, corners, recompute);

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.interpolate(
        input, _size, _scale, (torch.InterpolationMode)_mode, _corners, _recompute);
}
