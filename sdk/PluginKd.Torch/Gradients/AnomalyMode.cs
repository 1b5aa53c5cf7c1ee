using TorchSharp.Native;

namespace TorchSharp;

/// <summary>While it lives, backward stops at the first operator whose gradient is no number.</summary>
public sealed class AnomalyMode : IDisposable
{
    private readonly int _before = Shim.kd_anomaly();

    /// <summary>Switches detection on or off until disposed.</summary>
    public AnomalyMode(bool enabled, bool check_nan = true) => Shim.kd_set_anomaly(enabled ? 1 : 0, check_nan ? 1 : 0);

    /// <summary>Whether detection is on.</summary>
    public static bool IsEnabled => (Shim.kd_anomaly() & 1) != 0;

    /// <summary>Whether gradients are looked through for what is no number.</summary>
    public static bool ShouldCheckNaN => (Shim.kd_anomaly() & 2) != 0;

    /// <inheritdoc />
    public void Dispose() => Shim.kd_set_anomaly(_before & 1, (_before & 2) != 0 ? 1 : 0);
}
