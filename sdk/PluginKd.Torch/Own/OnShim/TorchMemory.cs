using TorchSharp.Native;

namespace PluginKd.Torch;

/// <summary>What tensors hold in main memory, to look for leaks and to give memory back. Not in TorchSharp.</summary>
/// <remarks>
/// Large blocks that are let go are kept for the next step, up to a quarter above what was in use at once. The environment variable
/// KDTORCH_MEMORY=plain, set before the first tensor, leaves memory to the C library; bytes are not counted then.
/// </remarks>
public static class TorchMemory
{
    /// <summary>Counts what is there now, in the whole process.</summary>
    public static unsafe MemoryStatistics Statistics
    {
        get
        {
            long inUse, kept;
            Shim.kd_memory(&inUse, &kept);
            return new MemoryStatistics(TorchLibrary.LiveTensorCount, inUse, kept);
        }
    }

    /// <summary>Gives the kept blocks back to the system.</summary>
    public static void Release() => Shim.kd_memory_release();
}
