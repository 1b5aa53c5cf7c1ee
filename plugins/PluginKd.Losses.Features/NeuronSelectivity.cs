namespace PluginKd.Losses.Features;

/// <summary>Neuron selectivity transfer: the student's channels should answer to the same places as the teacher's, by the discrepancy of their distributions.</summary>
/// <remarks>
/// <para>Formula: the mean over examples of <c>mean k(t, t') + mean k(s, s') − 2·mean k(s, t)</c> over pairs of channels, added up over pairs of layers, where
/// <c>k(a, b) = (a·b)²</c> of channels [H·W] divided by their lengths.</para>
/// <para>No unit, 0 to 2. Zero where both sides have the same channels in any order. Channels may differ in number; of maps of different size the larger is averaged to the
/// smaller. A channel of zeros has no gradient.</para>
/// <para>Source: Huang and Wang (2017), arXiv:1707.01219, section 4, polynomial kernel; value as RepDistiller's <c>NST.py</c>. Departures: none.</para>
/// </remarks>
/// <param name="settings">The layers.</param>
[KdPlugin("nst", Settings = typeof(LayerSettings))]
public sealed class NeuronSelectivity(LayerSettings settings) : ILoss
{
    private readonly LayerPairs _layers = new("nst", settings.Layers);

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var maps = pair.Maps();
        var (s, t) = (Direction.Of(maps.Student.flatten(2)), Direction.Of(maps.Teacher.flatten(2)));
        return Kernel(t, t) + Kernel(s, s) - (2 * Kernel(s, t));
    });

    /// <summary>Mean of the kernel over all pairs of channels [N].</summary>
    private static Tensor Kernel(Tensor a, Tensor b) => a.bmm(b.transpose(1, 2)).square().mean([1, 2]);
}
