namespace PluginKd.Data.Generated.Tests;

public sealed class GeneratedReviewsConformance : KdConformance<GeneratedReviews>
{
    protected override object[] Settings =>
    [
        new GeneratedReviewsSettings { Train = 40, Unlabelled = 60, Validation = 10, Test = 20 },
        new GeneratedReviewsSettings { Train = 10, Unlabelled = 0, Validation = 0, Test = 10, Domains = ["books"], HeldOut = "" },
    ];
}
