namespace TorchSharp;

public static partial class torch
{
    /// <summary>Live tensors and bytes, as <see cref="TorchMemory.Statistics"/> tells them. Not in TorchSharp.</summary>
    public static MemoryStatistics statistics() => TorchMemory.Statistics;
}
