namespace PluginKd.Losses.Features;

/// <summary>Attention transfer: the student should be strong where the teacher is, whatever their channels say there.</summary>
/// <remarks>
/// <para>Formula: the mean over examples and positions of <c>(A(fS) − A(fT))²</c>, added up over pairs of layers, where A [N, H·W] is the mean over channels of <c>|f|^p</c>
/// divided by its length.</para>
/// <para>No unit, 0 to 2 / (H·W). Zero where the maps of attention are proportional. Channels may differ; of maps of different size the larger is averaged to the smaller. Maps of
/// zeros have an attention of zeros and no gradient.</para>
/// <para>Source: Zagoruyko and Komodakis (2017), arXiv:1612.03928, section 3.1; value as RepDistiller's <c>AT.py</c>. Departures: the mean takes the place of the norm, as in the
/// authors' code.</para>
/// </remarks>
/// <param name="settings">The layers and the power.</param>
[KdPlugin("attention-transfer", Settings = typeof(AttentionTransferSettings))]
public sealed class AttentionTransfer(AttentionTransferSettings settings) : ILoss
{
    private readonly LayerPairs _layers = new("attention-transfer", settings.Layers);

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var maps = pair.Maps();
        return (AttentionMap.Of(maps.Student, settings.Power) - AttentionMap.Of(maps.Teacher, settings.Power)).square().mean([1]);
    });
}
