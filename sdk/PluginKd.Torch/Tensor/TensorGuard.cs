using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Releases a native tensor that no scope holds once nobody refers to it any more.</summary>
internal sealed class TensorGuard : IDisposable
{
    private readonly nint _handle;
    private readonly long _pressure;

    public TensorGuard(nint handle, long pressure)
    {
        _handle = handle;
        _pressure = pressure;
        if (pressure > 0)
            GC.AddMemoryPressure(pressure);
    }

    ~TensorGuard()
    {
        Relieve();
        Shim.kd_release(_handle);
    }

    /// <summary>Someone else takes care of the tensor from now on.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Relieve();
    }

    private void Relieve()
    {
        if (_pressure > 0)
            GC.RemoveMemoryPressure(_pressure);
    }
}
