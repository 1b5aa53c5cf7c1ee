using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One row for each bag of int64 indices: [N, L], or one long row with offsets [N], gives [N, D].</summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingBagMode _mode;
    private readonly bool _byFrequency;
    private readonly bool _sparse;
    private readonly bool _lastOffset;
    private readonly long? _padding;
    private readonly RowNorm _norm;

    internal EmbeddingBag(Parameter weight, EmbeddingBagMode mode, bool byFrequency, bool sparse, bool lastOffset, long? padding, RowNorm norm)
        : base(nameof(EmbeddingBag))
    {
        this.weight = weight;
        _mode = mode;
        _byFrequency = byFrequency;
        _sparse = sparse;
        _lastOffset = lastOffset;
        _padding = padding;
        _norm = norm;
    }

    /// <summary>The table, [rows, D].</summary>
    public Parameter weight
    {
        get;
        set => field = Put("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Bags of one length, [N, L].</summary>
    public Tensor call(Tensor input) => forward(input, null, null);

    /// <summary>Bags of several lengths: all indices in one row, and where each bag starts.</summary>
    public Tensor call(Tensor input, Tensor offsets) => forward(input, offsets, null);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A matrix of indices came with offsets, or a row without.</exception>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        ArgumentNullException.ThrowIfNull(input);
        _norm.Keep(weight, input);
        if (input.ndim == 2)
            return offsets is null
                ? Bags(input, perSampleWeights)
                : throw new ArgumentException($"input {input.Summary()} says the bags by itself; offsets must be null", nameof(offsets));
        return offsets is not null
            ? Looked(input, offsets, perSampleWeights)
            : throw new ArgumentException($"input {input.Summary()} is one row: offsets must say where the bags start", nameof(offsets));
    }

    private Tensor Bags(Tensor input, Tensor? weights)
    {
        using var starts = arange(0, input.numel(), input.size(1), input.dtype, input.device);
        using var row = input.reshape(-1);
        using var shares = weights?.reshape(-1);
        return Looked(row, starts, shares);
    }

    private Tensor Looked(Tensor input, Tensor offsets, Tensor? weights) => Ops.embedding_bag__padding_idx.CallFirst(
        weight, input, offsets, _byFrequency, (long)_mode, _sparse, weights, _lastOffset, _padding);
}
