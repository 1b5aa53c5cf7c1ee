namespace TorchSharp.Modules;

/// <summary>Batch norm of [N, C] or [N, C, L].</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool tracks, Device? device, ScalarType? type)
        : base(nameof(BatchNorm1d), features, eps, momentum, affine, tracks, device, type, (2, 3))
    {
    }
}
