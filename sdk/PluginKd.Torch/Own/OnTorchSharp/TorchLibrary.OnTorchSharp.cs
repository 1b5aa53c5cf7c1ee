namespace PluginKd.Torch;

public static partial class TorchLibrary
{
    /// <summary>The version of libtorch, as "2.10.0".</summary>
    public static string Version => torch.__version__;

    /// <summary>The file of TorchSharp's native half in this process; empty before it was loaded.</summary>
    public static string ShimPath => MappedFile(static name => name == "libLibTorchSharp.so");

    /// <summary>Tensors that the calling thread holds; no unit.</summary>
    public static long LiveTensorCount => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    /// <summary>Nothing to do here: the package's libtorch chooses by itself.</summary>
    public static void UseFastestKernels()
    {
    }

    private static void Load() => torch.InitializeDeviceType(DeviceType.CPU);
}
