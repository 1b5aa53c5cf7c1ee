namespace PluginKd.Evaluation.Tests;

public sealed class CrossRetrievalConformance : KdConformance<CrossRetrieval>
{
    protected override object[] Settings => [new CrossRetrievalSettings(), new CrossRetrievalSettings { Positive = "a", Gallery = 2, Cutoffs = [1, 3] }];

    protected override Modality Modality => Modality.ImageText;
}

public sealed class CrossRetrievalOfTextsConformance : KdConformance<CrossRetrieval>
{
    protected override object[] Settings => [new CrossRetrievalSettings()];

    protected override Modality Modality => Modality.TextPair;
}
