using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Scaled dot products of several heads.</summary>
/// <remarks>Vaswani et al., section 3.2: softmax(Q·Kᵀ ÷ √d)·V for each head; a score of −∞ takes padding out exactly.</remarks>
internal static class HeadAttention
{
    /// <summary>Lets positions look at others.</summary>
    /// <param name="query">[N, T, D], of those who look.</param>
    /// <param name="key">[N, M, D], of those who are looked at.</param>
    /// <param name="value">[N, M, D].</param>
    /// <param name="heads">Heads, a divisor of D.</param>
    /// <param name="isPadding">Bool [N, 1, 1, M], or null where nothing is padding.</param>
    /// <param name="dropout">Share of the weights dropped, 0 outside training.</param>
    /// <returns>What was mixed and how.</returns>
    public static HeadsSeen Of(Tensor query, Tensor key, Tensor value, int heads, Tensor? isPadding, double dropout)
    {
        var scores = Split(query, heads).matmul(Split(key, heads).transpose(-2, -1)) / Math.Sqrt((double)query.size(2) / heads);
        var weights = (isPadding is null ? scores : scores.masked_fill(isPadding, double.NegativeInfinity)).softmax(-1);
        var mixed = (dropout == 0 ? weights : functional.dropout(weights, dropout, true)).matmul(Split(value, heads));
        return new(mixed.transpose(1, 2).reshape(query.shape), weights, scores, query, key, value);
    }

    private static Tensor Split(Tensor x, int heads) => x.view(x.size(0), x.size(1), heads, -1).transpose(1, 2);
}

/// <summary>What the heads of a layer made, and of what.</summary>
/// <param name="Mixed">[N, T, D].</param>
/// <param name="Weights">[N, heads, T, M], before dropout.</param>
/// <param name="Scores">[N, heads, T, M], before softmax and without a mask.</param>
/// <param name="Query">[N, T, D].</param>
/// <param name="Key">[N, M, D].</param>
/// <param name="Value">[N, M, D].</param>
internal sealed record HeadsSeen(Tensor Mixed, Tensor Weights, Tensor Scores, Tensor Query, Tensor Key, Tensor Value);
