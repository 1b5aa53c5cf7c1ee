namespace PluginKd.Evaluation.Tests;

public sealed class RankingConformance : KdConformance<Ranking>
{
    protected override object[] Settings => [new RankingSettings(), new RankingSettings { Graded = true, Cutoffs = [1, 3], Gain = RankingGain.Linear }];

    protected override Modality Modality => Modality.TextPair;
}
