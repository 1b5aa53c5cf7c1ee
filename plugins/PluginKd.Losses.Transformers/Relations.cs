namespace PluginKd.Losses.Transformers;

/// <summary>How much each position of a text has to do with each other, as distributions.</summary>
internal static class Relations
{
    /// <summary>Log-probabilities <c>ln softmax(H·Hᵀ / √d)</c> of each head, [N, heads, T, T].</summary>
    /// <param name="states">H [N, T, D], the heads side by side, d = D / heads.</param>
    /// <param name="heads">A divisor of D.</param>
    /// <param name="positions">Which positions are there.</param>
    public static Tensor Of(Tensor states, long heads, Positions positions)
    {
        var cut = positions.Cut(states);
        var split = cut.reshape(cut.size(0), cut.size(1), heads, cut.size(2) / heads).transpose(1, 2);
        return positions.Hidden(split.matmul(split.transpose(2, 3)) / Math.Sqrt((double)cut.size(2) / heads)).log_softmax(-1);
    }

    /// <summary>Divergence of the student's distributions from the teacher's: the mean over heads, positions and texts of <c>Σ p·(ln p − ln q)</c>, nats.</summary>
    /// <param name="teacher">Log-probabilities [N, heads, T, T].</param>
    /// <param name="student">Those of the student.</param>
    /// <param name="positions">Which positions are there.</param>
    public static Tensor Divergence(Tensor teacher, Tensor student, Positions positions) =>
        positions.Average((teacher.exp() * (teacher - student)).sum([3]).mean([1]));
}
