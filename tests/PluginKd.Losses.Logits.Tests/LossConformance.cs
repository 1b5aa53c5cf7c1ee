namespace PluginKd.Losses.Logits.Tests;

public sealed class SoftTargetConformance : KdConformance<SoftTarget>
{
    protected override object[] Settings =>
    [
        new SoftTargetSettings(), new SoftTargetSettings { Temperature = 1 }, new SoftTargetSettings { Temperature = 20, TemperatureSquared = false },
        new SoftTargetSettings { Standardize = true },
    ];
}

public sealed class CrossEntropyConformance : KdConformance<CrossEntropy>
{
    protected override object[] Settings => [new CrossEntropySettings(), new CrossEntropySettings { LabelSmoothing = 0.1 }];
}

public sealed class SoftCrossEntropyConformance : KdConformance<SoftCrossEntropy>
{
    protected override object[] Settings => [new SoftCrossEntropySettings(), new SoftCrossEntropySettings { Temperature = 1, TemperatureSquared = true }];
}

public sealed class LogitMseConformance : KdConformance<LogitMse>
{
    protected override object[] Settings => [new LogitMseSettings(), new LogitMseSettings { Temperature = 5 }];
}

public sealed class ReverseKlConformance : KdConformance<ReverseKl>
{
    protected override object[] Settings => [new ReverseKlSettings(), new ReverseKlSettings { Temperature = 20 }];
}

public sealed class SymmetricKlConformance : KdConformance<SymmetricKl>
{
    protected override object[] Settings => [new SymmetricKlSettings(), new SymmetricKlSettings { Temperature = 20 }];
}

public sealed class GeneralizedJsConformance : KdConformance<GeneralizedJs>
{
    protected override object[] Settings =>
        [new GeneralizedJsSettings(), .. new[] { 0, 1e-3, 0.9, 1 }.Select(beta => new GeneralizedJsSettings { Beta = beta, Temperature = 2 })];
}

public sealed class TotalVariationConformance : KdConformance<TotalVariation>
{
    protected override object[] Settings => [new TotalVariationSettings(), new TotalVariationSettings { Temperature = 5 }];
}

public sealed class DkdConformance : KdConformance<Dkd>
{
    protected override object[] Settings => [new DkdSettings(), new DkdSettings { Alpha = 0.5, Beta = 0, Temperature = 1 }];
}

public sealed class NkdConformance : KdConformance<Nkd>
{
    protected override object[] Settings => [new NkdSettings(), new NkdSettings { Gamma = 0.5, Temperature = 4 }];
}

public sealed class WslConformance : KdConformance<Wsl>
{
    protected override Dictionary<string, string> Waivers => new()
    {
        ["KD5102"] = "the weight of an example is held while the gradient is taken, as in the paper, and central differences move it; WslTests has the gradient by hand",
    };
}

public sealed class DistConformance : KdConformance<Dist>
{
    protected override object[] Settings => [new DistSettings(), new DistSettings { Beta = 2, Gamma = 0.5, Temperature = 4 }];
}

public sealed class TopKSoftTargetConformance : KdConformance<TopKSoftTarget>
{
    protected override object[] Settings =>
        [.. from tail in Enum.GetValues<TopKTail>() from k in new[] { 1, 3, 8 } select new TopKSoftTargetSettings { K = k, Tail = tail }];
}

public sealed class SubclassConformance : KdConformance<Subclass>
{
    protected override object[] Settings => [new SubclassSettings(), new SubclassSettings { Subclasses = 1, Temperature = 1 }, new SubclassSettings { Subclasses = 5 }];
}

public sealed class SubclassAuxiliaryConformance : KdConformance<SubclassAuxiliary>
{
    protected override object[] Settings => [new SubclassAuxiliarySettings(), new SubclassAuxiliarySettings { Temperature = 0.1 }];
}
