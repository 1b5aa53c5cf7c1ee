namespace PluginKd.Losses.Logits.Tests;

public sealed class SoftTargetConformance : KdConformance<SoftTarget>
{
    protected override object[] Settings => [new SoftTargetSettings(), new SoftTargetSettings { Temperature = 1 }, new SoftTargetSettings { Temperature = 20 }];
}

public sealed class CrossEntropyConformance : KdConformance<CrossEntropy>
{
    protected override object[] Settings => [new CrossEntropySettings(), new CrossEntropySettings { LabelSmoothing = 0.1 }];
}
