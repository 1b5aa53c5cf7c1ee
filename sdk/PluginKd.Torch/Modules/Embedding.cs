using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a table by int64 index: [..] gives [.., D].</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? _padding;
    private readonly bool _byFrequency;
    private readonly bool _sparse;
    private readonly RowNorm _norm;

    internal Embedding(Parameter weight, long? padding, bool byFrequency, bool sparse, RowNorm norm)
        : base(nameof(Embedding))
    {
        this.weight = weight;
        _padding = padding;
        _byFrequency = byFrequency;
        _sparse = sparse;
        _norm = norm;
    }

    /// <summary>The table, [rows, D].</summary>
    public Parameter weight
    {
        get;
        set => field = Put("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _norm.Keep(weight, input);
        return Ops.embedding.Call(weight, input, _padding ?? -1, _byFrequency, _sparse);
    }
}
