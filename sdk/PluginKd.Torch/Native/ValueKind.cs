namespace TorchSharp.Native;

/// <summary>What a <see cref="Value"/> holds; the numbers are those of native/kdtorch.h.</summary>
internal enum ValueKind
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Text = 5,
    Ints = 6,
    Doubles = 7,
    Tensors = 8,
    OptionalTensors = 9,
    Bools = 10,
    Device = 11,
    Generator = 12,
    Default = 13,
}
