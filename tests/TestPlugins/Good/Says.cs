namespace TestPlugins.Good;

/// <summary>Settings of <see cref="Says"/>.</summary>
public sealed record SaysSettings
{
    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Texts { get; init; } = ["a quiet film"];
}

/// <summary>Adds some texts without labels.</summary>
[KdPlugin("says", Settings = typeof(SaysSettings))]
public sealed class Says(SaysSettings settings) : IAugmenter
{
    public IReadOnlyList<Split> Augment(AugmentationContext context) => context.Data.Modality == Modality.Text
        ? [new Split("said", SplitRole.Unlabelled, new TextInputs(settings.Texts), null, [.. settings.Texts.Select((_, i) => (long)i)])]
        : [];
}
