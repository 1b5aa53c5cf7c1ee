namespace PluginKd.Evaluation.Tests;

public sealed class EfficiencyConformance : KdConformance<Efficiency>
{
    protected override object[] Settings => [new EfficiencySettings { Examples = 1, BatchSize = 3, Batches = 2 }];
}
