namespace TorchSharp.Modules;

/// <summary>Batch norm of [N, C, H, W].</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool tracks, Device? device, ScalarType? type)
        : base(nameof(BatchNorm2d), features, eps, momentum, affine, tracks, device, type, (4, 4))
    {
    }
}
