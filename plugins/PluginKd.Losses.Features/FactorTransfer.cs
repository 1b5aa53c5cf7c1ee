using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>Factor transfer: the teacher's maps are condensed to factors by a paraphraser that has learned to restore them, and a translator makes the student's like them.</summary>
/// <remarks>
/// <para>Formula: the mean over examples and positions of <c>|A(T(fS)) − A(P(fT))|^p2</c>, added up over pairs of layers, where A [N, H·W] is the mean over channels of <c>|f|^p1</c>
/// divided by its length. P and T are three 3×3 convolutions with leaky relu each.</para>
/// <para>No unit. Zero where the factors are strong at the same places. Of maps of different size the larger is averaged to the smaller. P is trained before the student, on the
/// teacher's maps of the whole transfer set; T with the student. Neither is kept with it.</para>
/// <para>Source: Kim, Park and Kwak (2018), arXiv:1802.04977, section 3; value as RepDistiller's <c>FT.py</c>. Departures: the translator has no batch norm, so that each example counts
/// for itself; powers are of absolute values; P is trained by Adam.</para>
/// </remarks>
/// <param name="settings">The layers, the share of channels, the powers and the paraphrasers' training.</param>
[KdPlugin("factor-transfer", Settings = typeof(FactorTransferSettings))]
public sealed class FactorTransfer(FactorTransferSettings settings) : ILoss, IFittedLoss, ITrainedLoss
{
    private readonly LayerPairs _layers = new("factor-transfer", settings.Layers);
    private readonly List<Sequential> _paraphrasers = [];
    private ModuleList<Sequential>? _translators;

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public void Fit(LossFitContext context)
    {
        _paraphrasers.Clear();
        for (var i = 0; i < settings.Layers.Count; i++)
            _paraphrasers.Add(Paraphrasing.Train(Maps(context, i), i, settings, context.Stage));
    }

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher)
    {
        _translators = _layers.Modules(student, teacher, pair => Paraphrasing.Encoder(pair.OfMaps().StudentWidth, Paraphrasing.Factors(_paraphrasers[pair.Index])));
        // The paraphrasers are frozen, and go with the checkpoints.
        return new ModuleList<nn.Module>(_translators, new ModuleList<Sequential>([.. _paraphrasers]));
    }

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair =>
    {
        var maps = pair.OfMaps();
        return Distance((maps with { Student = _translators![pair.Index].call(maps.Student), Teacher = _paraphrasers[pair.Index].call(maps.Teacher) }).Maps(), settings);
    }, batch.Teachers[settings.TeacherName]);

    /// <summary>How far two factors are from each other [N].</summary>
    internal static Tensor Distance(FeaturePair factors, FactorTransferSettings settings) =>
        (AttentionMap.Of(factors.Student, settings.P1) - AttentionMap.Of(factors.Teacher, settings.P1)).abs().pow(settings.P2).mean([1]);

    private Tensor Maps(LossFitContext context, int index)
    {
        var signal = settings.Layers[index].Teacher;
        try
        {
            var maps = context.TeacherSignals(settings.TeacherName, signal);
            return maps.dim() == 4 ? maps : throw new UserErrorException($"'{signal}' of the teacher is {FeaturePair.Shape(maps)}", "maps [N, C, H, W]",
                $"loss 'factor-transfer', layers.{index}", "in layers, name signals that are maps, such as hidden.0 of a cnn");
        }
        catch (KeyNotFoundException)
        {
            throw new UserErrorException($"there is no teacher '{settings.TeacherName}'", "the name of a teacher of the pipeline", "loss 'factor-transfer', teacher-name",
                "set it; several that are trained at once are teacher-1, teacher-2 and so on");
        }
    }
}
