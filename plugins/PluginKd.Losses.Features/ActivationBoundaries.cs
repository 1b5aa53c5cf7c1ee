using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>Activation boundaries: a neuron of the student should be on where the teacher's is, by a margin, however strongly.</summary>
/// <remarks>
/// <para>Formula: the mean over examples of <c>3/1000 · Σ relu(m − s)²</c> where <c>t &gt; 0</c> and <c>relu(m + s)²</c> elsewhere, summed over positions and width and added up over
/// pairs of layers; s is the student's feature, where the widths differ after a 1×1 convolution or linear layer, which is trained with the student and not kept with it.</para>
/// <para>Unit: the features' squared. Zero where each s is on its side by m or more. Meant for features before their activation; of features after relu set <c>regressor</c> to always,
/// because they cannot be below zero. Of maps of different size the larger is averaged to the smaller.</para>
/// <para>Source: Heo et al. (2019), arXiv:1811.03233, section 3; value as RepDistiller's <c>AB.py</c>, whose 3/1000 is kept. Departures: the connector has no batch norm, so that each
/// example counts for itself; it is trained in one go with the other losses.</para>
/// </remarks>
/// <param name="settings">The layers, the margin and the connector.</param>
[KdPlugin("ab", Settings = typeof(ActivationBoundarySettings))]
public sealed class ActivationBoundaries(ActivationBoundarySettings settings) : ILoss, ITrainedLoss
{
    private const double Scale = 3.0 / 1000;

    private readonly LayerPairs _layers = new("ab", settings.Layers);
    private ModuleList<nn.Module<Tensor, Tensor>>? _connectors;

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher) =>
        _connectors = _layers.Modules(student, teacher, pair => Projection.Of(pair, settings.Regressor));

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var fitted = pair.OfOneSize();
        var (student, teacher) = fitted.Projected(_connectors);
        // −1 where the teacher is on, 1 where it is off: towards the wrong side.
        var wrong = 1 - (2 * teacher.gt(0).to(student.dtype));
        return fitted.SumOfEach(nn.functional.relu((wrong * student) + settings.Margin).square()) * Scale;
    });
}
