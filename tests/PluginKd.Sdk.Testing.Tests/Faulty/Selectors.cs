namespace PluginKd.Sdk.Testing.Tests.Faulty;

[KdPlugin("unseeded")]
public sealed class Unseeded : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [];

    public Selection Select(SelectionContext context) =>
        new() { Multiplicities = [.. context.Examples.Labels.Select(_ => (int)Guid.NewGuid().ToByteArray()[0])] };
}

public sealed record FactorSettings
{
    public double Factor { get; init; } = 1;
}

[KdPlugin("shares-a-static", Settings = typeof(FactorSettings))]
public sealed class SharesAStatic : ISelector
{
    private static float _factor;

    public SharesAStatic(FactorSettings settings) => _factor = (float)settings.Factor;

    public IReadOnlyList<string> TeacherSignals => [];

    public Selection Select(SelectionContext context) => new() { Weights = [.. context.Examples.Labels.Select(_ => _factor)] };
}

[KdPlugin("capitalises")]
public sealed class Capitalises : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [];

#pragma warning disable CA1304, CA1311 // The fault.
    public Selection Select(SelectionContext context) =>
        new() { Weights = [.. context.Examples.Labels.Select(_ => "title".ToUpper().Contains('I') ? 1f : 2f)] };
#pragma warning restore CA1304, CA1311
}

[KdPlugin("below-zero")]
public sealed class BelowZero : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [];

    public Selection Select(SelectionContext context) => new() { Weights = [.. context.Examples.Labels.Select(label => label - 1f)] };
}

[KdPlugin("adds-to-validation")]
public sealed class AddsToValidation : IAugmenter
{
    public IReadOnlyList<Split> Augment(AugmentationContext context) => [context.Data["train"] with { Name = "more", Role = SplitRole.Validation }];
}

[KdPlugin("spoils-the-data")]
public sealed class SpoilsTheData : IAugmenter
{
    public IReadOnlyList<Split> Augment(AugmentationContext context)
    {
        ((DenseInputs)context.Data["train"].Inputs).Values.mul_(0.5);
        return [];
    }
}
