namespace PluginKd.Losses.Features;

/// <summary>One minus the cosine between the student's vectors and the teacher's.</summary>
/// <remarks>
/// <para>Formula: the mean over examples, and over tokens where there are, of <c>1 − cos(s, t)</c> of vectors [N, D] or [N, T, D], added up over pairs of layers.</para>
/// <para>No unit, 0 to 2. Zero where the vectors point the same way. Widths must be the same. A vector of zeros has the cosine 0 and no gradient.</para>
/// <para>Source: Sanh et al. (2019), arXiv:1910.01108, section 3; value as TextBrewer's <c>cos_loss</c>. Departures: none; padding does not count.</para>
/// </remarks>
/// <param name="settings">The layers.</param>
[KdPlugin("cosine", Settings = typeof(VectorSettings))]
public sealed class Cosine(VectorSettings settings) : ILoss
{
    private readonly LayerPairs _layers = new("cosine", settings.Pairs);

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var vectors = pair.Vectors();
        var cosines = (Direction.Of(vectors.Student) * Direction.Of(vectors.Teacher)).sum(-1);
        return 1 - (cosines.dim() == 1 ? cosines : vectors.MeanOfEach(cosines.unsqueeze(2)));
    });
}
