namespace PluginKd.Losses.Relations.Tests;

public sealed class SimilarityPreservingConformance : KdConformance<SimilarityPreserving>
{
    protected override object[] Settings => [new RelationSettings(), new RelationSettings { Student = "hidden.0", Teacher = "hidden.0" }];
}

public sealed class PktConformance : KdConformance<Pkt>;

public sealed class RkdDistanceConformance : KdConformance<RkdDistance>;

public sealed class RkdAngleConformance : KdConformance<RkdAngle>;

public sealed class CorrelationConsecutiveConformance : KdConformance<CorrelationConsecutive>
{
    protected override object[] Settings => [new CorrelationConsecutiveSettings(), new CorrelationConsecutiveSettings { Width = 3 }];
}

public sealed class CorrelationKernelConformance : KdConformance<CorrelationKernel>
{
    protected override object[] Settings => [new CorrelationKernelSettings(), new CorrelationKernelSettings { Gamma = 1, Order = 4 }];
}

public sealed class CorrelationKernelNormConformance : KdConformance<CorrelationKernelNorm>
{
    protected override object[] Settings => [new CorrelationKernelSettings(), new CorrelationKernelSettings { Gamma = 1, Order = 1 }];
}

public sealed class LinearCkaConformance : KdConformance<LinearCka>;

public sealed class MinibatchCkaConformance : KdConformance<MinibatchCka>;
