namespace PluginKd.Torch;

/// <summary>One tensor of a safetensors file: its type, its shape, and where its bytes lie behind the header.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The length of each dimension.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last.</param>
public sealed record SafeTensorsEntry(string Name, ScalarType Type, IReadOnlyList<long> Shape, long Begin, long End);
