namespace PluginKd.Torch;

/// <summary>Live tensors and the main memory under them.</summary>
/// <param name="LiveTensors">Tensors that this process holds through the binding; no unit.</param>
/// <param name="Bytes">Bytes of main memory in tensors, those that libtorch keeps for the gradients included.</param>
/// <param name="KeptBytes">Bytes kept for the next tensors.</param>
public readonly record struct MemoryStatistics(long LiveTensors, long Bytes, long KeptBytes);
