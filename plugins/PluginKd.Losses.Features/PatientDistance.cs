namespace PluginKd.Losses.Features;

/// <summary>Patient distillation: the direction of the student's vectors should be the teacher's.</summary>
/// <remarks>
/// <para>Formula: the mean over examples of <c>‖s/‖s‖ − t/‖t‖‖²</c>, added up over pairs of layers, where s and t are vectors [N, D], or the first token's of [N, T, D].</para>
/// <para>No unit, 0 to 4, and twice <see cref="Cosine"/>. Zero where the vectors point the same way. Widths must be the same. A vector of zeros has no direction and no gradient.</para>
/// <para>Source: Sun et al. (2019), arXiv:1908.09355, section 3.2; value as TextBrewer's <c>pkd_loss</c>. Departures: none.</para>
/// </remarks>
/// <param name="settings">The layers.</param>
[KdPlugin("pkd", Settings = typeof(VectorSettings))]
public sealed class PatientDistance(VectorSettings settings) : ILoss
{
    private readonly LayerPairs _layers = new("pkd", settings.Pairs);

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var vectors = (pair with { Student = First(pair.Student), Teacher = First(pair.Teacher) }).Vectors();
        return (Direction.Of(vectors.Student) - Direction.Of(vectors.Teacher)).square().sum(1);
    });

    private static Tensor First(Tensor features) => features.dim() == 3 ? features.select(1, 0) : features;
}
