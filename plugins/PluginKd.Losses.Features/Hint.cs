using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>Hints: the student's features should be those of the teacher, where need be after a layer that is trained along.</summary>
/// <remarks>
/// <para>Formula: the mean over examples, positions and width of <c>(R(fS) − fT)²</c>, added up over pairs of layers. R is a 1×1 convolution of maps [N, C, H, W], a linear layer of
/// vectors [N, D] or [N, T, D], or nothing; it is trained with the student and not kept with it.</para>
/// <para>Unit: the features' squared. Zero where <c>R(fS) = fT</c>. Gradient with respect to R(fS): <c>2·(R(fS) − fT) / (N·C·H·W)</c>. Of maps of different size the larger is
/// averaged to the smaller.</para>
/// <para>Source: Romero et al. (2015), arXiv:1412.6550, section 2.2; value as RepDistiller's <c>FitNet.py</c>. Departures: the mean takes the place of half the sum; R is 1×1 where
/// the paper's is larger; it is trained in one go with the other losses, not in a stage of its own.</para>
/// </remarks>
/// <param name="settings">The layers and the regressor.</param>
[KdPlugin("hint", Settings = typeof(RegressedSettings))]
public sealed class Hint(RegressedSettings settings) : ILoss, ITrainedLoss
{
    private readonly LayerPairs _layers = new("hint", settings.Layers);
    private ModuleList<nn.Module<Tensor, Tensor>>? _regressors;

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher) =>
        _regressors = _layers.Modules(student, teacher, pair => Projection.Of(pair, settings.Regressor));

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var fitted = pair.OfOneSize();
        var (student, teacher) = fitted.Projected(_regressors);
        return fitted.MeanOfEach((student - teacher).square());
    });
}
