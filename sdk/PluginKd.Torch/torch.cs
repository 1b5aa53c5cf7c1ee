namespace TorchSharp;

/// <summary>
/// The functions of libtorch under PyTorch's names: factories, operators, modes. Networks are in <see cref="nn"/>, optimisers in
/// <see cref="optim"/>, gradients in <see cref="autograd"/>.
/// </summary>
public static partial class torch;
