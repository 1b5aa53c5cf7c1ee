using TorchSharp.Native;

namespace PluginKd.Torch;

/// <summary>Counts floating-point operations as they are done. Not in TorchSharp.</summary>
public static class Flops
{
    /// <summary>Counts the operations of matrix products, convolutions and recurrent layers, two for a multiplication with its addition; everything else is not counted.</summary>
    /// <remarks>Only what this thread calls, and forward: what convolutions do backward is not counted.</remarks>
    /// <param name="work">What is counted; it must not count itself.</param>
    /// <returns>Operations; null where they cannot be counted, which is over the TorchSharp package.</returns>
    public static long? Count(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Shim.Check(Shim.kd_flops_start(), "counting of operations");
        long count;
        try
        {
            work();
        }
        finally
        {
            count = Shim.kd_flops_stop();
        }

        return count;
    }
}
