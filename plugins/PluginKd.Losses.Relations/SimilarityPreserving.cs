namespace PluginKd.Losses.Relations;

/// <summary>Similarity-preserving distillation: examples that are alike to the teacher should be alike to the student.</summary>
/// <remarks>
/// <para>Formula: <c>Σij (ĜS − ĜT)² / N²</c>, where <c>G = F·Fᵀ</c> [N, N] of the vectors F [N, D], and Ĝ has each row divided by its length.</para>
/// <para>No unit, 0 to 4 / N. Zero where all rows point the same way. The value shrinks with the size of the batch. Widths may differ.</para>
/// <para>Source: Tung and Mori (2019), arXiv:1907.09682, section 3; value as RepDistiller's <c>SP.py</c>. Departures: an example counts by its weight, in the lengths of
/// rows and in the sum; a vector of zeros has no gradient.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("similarity-preserving", Settings = typeof(RelationSettings))]
public sealed class SimilarityPreserving(RelationSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var difference = Similarities(student, batch) - Similarities(teacher, batch);
        return Examples.AveragePairs(batch, difference * difference);
    }

    private static Tensor Similarities(Tensor vectors, LossBatch batch)
    {
        var products = vectors.mm(vectors.t());
        var counted = batch.Weights is null ? products : products * Examples.Weights(batch, products).sqrt();
        return Examples.Directions(products, counted.norm(1, keepdim: true));
    }
}
