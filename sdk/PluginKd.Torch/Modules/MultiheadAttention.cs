using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of several heads over sequences [T, N, E], the batch second.</summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
{
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addsZero;
    private readonly Parameter? _joint;
    private readonly Parameter[] _apart = [];
    private readonly Parameter? _bias;
    private readonly (Parameter Key, Parameter Value)? _extra;
    private readonly Linear _outward;

    internal MultiheadAttention(
        long width, long heads, double dropout, bool hasBias, bool addsBias, bool addsZero, long keyWidth, long valueWidth)
        : base(nameof(MultiheadAttention))
    {
        if (width % heads != 0)
            throw new ArgumentException($"embedded_dim {width} cannot be shared by {heads} heads", nameof(heads));
        (_heads, _dropout, _addsZero) = (heads, dropout, addsZero);
        if (keyWidth == width && valueWidth == width)
            register_parameter("in_proj_weight", _joint = FirstWeights.Empty([3 * width, width], null, null));
        else
            _apart = [Apart("q_proj_weight", width), Apart("k_proj_weight", keyWidth), Apart("v_proj_weight", valueWidth)];
        if (hasBias)
            register_parameter("in_proj_bias", _bias = FirstWeights.Filled([3 * width], 0, null, null));
        // The way out draws before the way in, as in PyTorch.
        register_module("out_proj", _outward = Linear.Create(width, width, hasBias, null, null));
        foreach (var weight in _joint is null ? _apart : [_joint])
            nn.init.xavier_uniform_(weight);
        if (hasBias)
            nn.init.zeros_(_outward.bias!);
        if (!addsBias)
            return;
        _extra = (FirstWeights.Empty([1, 1, width], null, null), FirstWeights.Empty([1, 1, width], null, null));
        register_parameter("bias_k", _extra.Value.Key);
        register_parameter("bias_v", _extra.Value.Value);
        nn.init.xavier_normal_(_extra.Value.Key);
        nn.init.xavier_normal_(_extra.Value.Value);

        Parameter Apart(string name, long inputs)
        {
            var weight = FirstWeights.Empty([width, inputs], null, null);
            register_parameter(name, weight);
            return weight;
        }
    }

    /// <summary>The attended values [T, N, E], and the weights [N, T, S], mean over the heads, or null.</summary>
    /// <param name="query">What asks, [T, N, E].</param>
    /// <param name="key">What is asked, [S, N, keys].</param>
    /// <param name="value">What answers, [S, N, values].</param>
    /// <param name="key_padding_mask">True where a key is padding, [N, S]; or numbers to add.</param>
    /// <param name="need_weights">Whether the weights are returned.</param>
    /// <param name="attn_mask">True where a query must not look, [T, S] or [N · heads, T, S]; or numbers to add.</param>
    public new Tuple<Tensor, Tensor?> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <inheritdoc />
    public override Tuple<Tensor, Tensor?> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var scope = NewDisposeScope();
        var (length, batch, width) = (query.size(0), query.size(1), query.size(2));
        var (q, k, v) = Inward(query, key, value);
        var mask = Mask(attn_mask, key_padding_mask, batch, q.dtype);
        if (_extra is var (extraKey, extraValue))
            (k, v, mask) = Longer(k, v, mask, extraKey.expand(1, batch, width), extraValue.expand(1, batch, width));
        if (_addsZero)
            (k, v, mask) = Longer(k, v, mask, zeros([1, batch, width], k.dtype, k.device), zeros([1, batch, width], v.dtype, v.device));
        (q, k, v) = (Heads(q), Heads(k), Heads(v));
        var scores = (q / Math.Sqrt(width / _heads)).bmm(k.transpose(-2, -1));
        if (mask is not null)
            scores = (scores.view(batch, _heads, length, -1) + mask).view(batch * _heads, length, -1);
        var shares = nn.functional.dropout(scores.softmax(-1), _dropout, training && _dropout > 0);
        var result = _outward.forward(shares.bmm(v).transpose(0, 1).reshape(length, batch, width));
        var weights = need_weights ? shares.view(batch, _heads, length, -1).mean([1]) : null;
        weights?.MoveToOuterDisposeScope();
        return Tuple.Create(scope.MoveToOuter(result), weights);
    }

    private (Tensor Query, Tensor Key, Tensor Value) Inward(Tensor query, Tensor key, Tensor value)
    {
        if (_joint is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var parts = nn.functional.linear(query, _joint, _bias).chunk(3, -1);
            return (parts[0], parts[1], parts[2]);
        }

        var weights = _joint?.chunk(3) ?? _apart;
        var biases = _bias?.chunk(3) ?? new Tensor?[3];
        return (
            nn.functional.linear(query, weights[0], biases[0]), nn.functional.linear(key, weights[1], biases[1]),
            nn.functional.linear(value, weights[2], biases[2]));
    }

    // [T, N, E] to [N · heads, T, E / heads].
    private Tensor Heads(Tensor tensor) =>
        tensor.contiguous().view(tensor.size(0), tensor.size(1) * _heads, tensor.size(2) / _heads).transpose(0, 1);

    // Numbers to add to the scores [N, heads, T, S], or null.
    private Tensor? Mask(Tensor? attention, Tensor? padding, long batch, ScalarType type)
    {
        Tensor? sum = null;
        if (attention is not null)
        {
            var number = Numbers(attention, type);
            sum = number.ndim == 3 ? number.view(batch, _heads, number.size(1), number.size(2)) : number;
        }

        if (padding is not null)
        {
            var number = Numbers(padding, type).unsqueeze(1).unsqueeze(2);
            sum = sum is null ? number : sum + number;
        }

        return sum;
    }

    private static Tensor Numbers(Tensor mask, ScalarType type) => mask.dtype == ScalarType.Bool
        ? zeros(mask.shape, type, mask.device).masked_fill(mask, double.NegativeInfinity)
        : mask;

    private static (Tensor Keys, Tensor Values, Tensor? Mask) Longer(Tensor keys, Tensor values, Tensor? mask, Tensor key, Tensor value) =>
        (cat([keys, key]), cat([values, value]), mask is null ? null : nn.functional.pad(mask, [0, 1], PaddingModes.Constant));
}
