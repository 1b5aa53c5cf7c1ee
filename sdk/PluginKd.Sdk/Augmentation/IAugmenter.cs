namespace PluginKd.Sdk;

/// <summary>Makes more examples (kind <c>augment</c>), labelled or not.</summary>
public interface IAugmenter
{
    /// <summary>Makes the examples.</summary>
    /// <param name="context">Data without test splits, seed.</param>
    /// <returns>Splits to add, of role train or unlabelled, each example with its origin; indices are given anew by the host.</returns>
    IReadOnlyList<Split> Augment(AugmentationContext context);
}

/// <summary>What an augmenter works with.</summary>
/// <param name="Stage">Seed, log, the wish to stop.</param>
/// <param name="Data">The data without test splits.</param>
public sealed record AugmentationContext(StageContext Stage, DataBundle Data);
