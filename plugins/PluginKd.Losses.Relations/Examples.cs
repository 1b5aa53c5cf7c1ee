namespace PluginKd.Losses.Relations;

/// <summary>What the losses on relations share: an example is a vector, and a pair of examples counts by the product of their weights.</summary>
/// <remarks>
/// The weights are scaled to sum to the number of examples that have one: an example of weight 2 counts as two beside one of weight 1, one of weight 0 is not
/// there, and equal weights are as none. Nothing here waits for the device or makes a tensor elsewhere.
/// </remarks>
internal static class Examples
{
    /// <summary>What a loss on relations needs.</summary>
    public static LossNeeds Needs(RelationSettings settings) => new([settings.Student], [settings.Teacher]) { IsPerExample = false };

    /// <summary>Reads both sides as vectors [N, D]; the widths may differ. The teacher's are detached and of the student's type.</summary>
    public static (Tensor Student, Tensor Teacher) Read(LossBatch batch, RelationSettings settings)
    {
        var student = Vectors(batch.Student[settings.Student]);
        return (student, Vectors(batch.Teacher[settings.Teacher].detach()).to(student.dtype));
    }

    /// <summary>The scaled weights of the examples [N] in the type of some values; ones where there are none, zeros where nothing has a weight.</summary>
    public static Tensor Weights(LossBatch batch, Tensor like)
    {
        if (batch.Weights is not { } given) return like.new_ones(like.size(0));
        var weights = given.to(like.dtype);
        return weights * (weights.gt(0).sum() / weights.sum().clamp_min(1e-37));
    }

    /// <summary>The share of each example in the weight of all [N]; zeros where nothing has a weight.</summary>
    public static Tensor Shares(Tensor weights) => weights / weights.sum().clamp_min(1e-30);

    /// <summary>Divides vectors by their lengths; one of length 0 has no direction, stays as it is and has no gradient.</summary>
    /// <param name="vectors">[…, D].</param>
    /// <param name="lengths">[…, 1].</param>
    public static Tensor Directions(Tensor vectors, Tensor lengths) => vectors / lengths.masked_fill(lengths.eq(0), double.PositiveInfinity);

    /// <summary>Takes the mean off [N, D]. Where all vectors are the same but for rounding, what is left is nothing.</summary>
    public static Tensor Centred(Tensor vectors, Tensor weights)
    {
        var centred = vectors - Shares(weights).unsqueeze(0).mm(vectors);
        if (centred.numel() == 0) return centred;
        var rounding = vectors.detach().abs().amax() * (vectors.dtype == ScalarType.Float64 ? 1e-14 : 1e-6);
        return centred * centred.detach().abs().amax().gt(rounding);
    }

    /// <summary>The mean over all pairs, of an example with itself too: Σij wi·wj·x / (Σ w)².</summary>
    /// <param name="batch">For the weights.</param>
    /// <param name="pairs">[N, N].</param>
    /// <returns>Scalar; zero for no example, or for none with a weight.</returns>
    public static Tensor AveragePairs(LossBatch batch, Tensor pairs)
    {
        if (batch.Weights is null) return pairs.numel() == 0 ? pairs.sum() : pairs.mean();
        var shares = Shares(Weights(batch, pairs));
        return pairs.mv(shares).dot(shares);
    }

    // Half-precision numbers as float32: sums over examples need its digits.
    private static Tensor Vectors(Tensor signal)
    {
        var values = signal.dtype is ScalarType.Float32 or ScalarType.Float64 ? signal : signal.to(ScalarType.Float32);
        return values.dim() == 1 ? values.unsqueeze(1) : values.flatten(1);
    }
}
