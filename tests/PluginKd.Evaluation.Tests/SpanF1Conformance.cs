namespace PluginKd.Evaluation.Tests;

public sealed class SpanF1Conformance : KdConformance<SpanF1>
{
    protected override Modality Modality => Modality.Tokens;
}
