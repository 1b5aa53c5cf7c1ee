using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a table by int64 index: [..] gives [.., D].</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? _padding;
    private readonly bool _byFrequency;
    private readonly bool _sparse;

    internal Embedding(Parameter weight, long? padding, bool byFrequency, bool sparse)
        : base(nameof(Embedding))
    {
        this.weight = weight;
        _padding = padding;
        _byFrequency = byFrequency;
        _sparse = sparse;
        register_parameter("weight", weight);
    }

    /// <summary>The table, [rows, D].</summary>
    public Parameter weight { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => Ops.embedding.Call(weight, input, _padding ?? -1, _byFrequency, _sparse);
}
