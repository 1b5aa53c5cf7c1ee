namespace PluginKd.Evaluation.Tests;

public sealed class BleuConformance : KdConformance<Bleu>
{
    protected override Modality Modality => Modality.Translation;

    protected override object[] Settings => [new BleuSettings(), new BleuSettings { Beam = 1, MaxLength = 2, Shown = 0 }];
}
