using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Generated;

/// <summary>How many reviews to make, and about what.</summary>
public sealed record GeneratedReviewsSettings
{
    /// <summary>Labelled reviews to learn from, examples, half of them positive.</summary>
    [Range(2, 1_000_000)]
    public int Train { get; init; } = 600;

    /// <summary>Reviews without labels to distil on, examples; 0 leaves the split out.</summary>
    [Range(0, 100_000_000)]
    public int Unlabelled { get; init; } = 20_000;

    /// <summary>Labelled reviews to choose settings by, examples; 0 leaves the split out.</summary>
    [Range(0, 1_000_000)]
    public int Validation { get; init; } = 1_000;

    /// <summary>Labelled reviews of the test split, and as many of the held-out domain, examples.</summary>
    [Range(2, 1_000_000)]
    public int Test { get; init; } = 2_000;

    /// <summary>What the reviews are about: some of kitchen, books, electronics, toys.</summary>
    public IReadOnlyList<string> Domains { get; init; } = ["kitchen", "books", "electronics", "toys"];

    /// <summary>The domain that only the split test-new-domain has; empty holds none out.</summary>
    public string HeldOut { get; init; } = "toys";
}
