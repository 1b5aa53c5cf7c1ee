using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Looks from some positions at others: <c>softmax(Q·Kᵀ ÷ √d)·V</c> for each head, then a linear layer.</summary>
internal sealed class Attention : Module
{
    private readonly int _heads;
    private readonly double _dropout;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _output;

    /// <summary>Makes the layers with new weights.</summary>
    public Attention(int width, int heads, double dropout)
        : base(nameof(Attention))
    {
        (_heads, _dropout) = (heads, dropout);
        register_module("query", _query = Linear(width, width));
        register_module("key", _key = Linear(width, width));
        register_module("value", _value = Linear(width, width));
        register_module("output", _output = Linear(width, width));
    }

    /// <summary>What is looked at.</summary>
    /// <param name="x">[N, T, D].</param>
    public KeysValues Read(Tensor x) => new(Heads(_key.call(x)), Heads(_value.call(x)));

    /// <summary>Looks.</summary>
    /// <param name="x">[N, T, D].</param>
    /// <param name="at">S positions.</param>
    /// <param name="isHidden">Bool, [N, 1, 1, S] or [T, S]: where nobody looks; null where everything is seen.</param>
    /// <returns>[N, T, D].</returns>
    public Tensor Look(Tensor x, KeysValues at, Tensor? isHidden)
    {
        var scores = Heads(_query.call(x)).matmul(at.Keys.transpose(-2, -1)) / Math.Sqrt((double)x.size(2) / _heads);
        if (isHidden is not null) scores = scores.masked_fill(isHidden, double.NegativeInfinity);
        var weights = scores.softmax(-1);
        if (_dropout > 0) weights = functional.dropout(weights, _dropout, training);
        return _output.call(weights.matmul(at.Values).transpose(1, 2).reshape(x.shape));
    }

    private Tensor Heads(Tensor x) => x.view(x.size(0), x.size(1), _heads, -1).transpose(1, 2);
}

/// <summary>Keys and values of positions, each [N, heads, S, d].</summary>
internal sealed record KeysValues(Tensor Keys, Tensor Values)
{
    /// <summary>These, and further ones behind them.</summary>
    public KeysValues Then(KeysValues more) => new(cat([Keys, more.Keys], 2), cat([Values, more.Values], 2));

    /// <summary>Picks examples.</summary>
    public KeysValues Take(Tensor rows) => new(Keys.index_select(0, rows), Values.index_select(0, rows));
}
