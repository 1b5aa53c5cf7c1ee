using PluginKd.Sdk.Testing.Tests.Faulty;

namespace PluginKd.Sdk.Testing.Tests;

public class WaiverTests
{
    [Fact]
    public void A_waived_fact_is_not_looked_at_and_shows_the_reason()
    {
        var result = Conformance.Check(With("KD5102", "the gradient is clipped on purpose"), "KD5102");
        Assert.Equal((FactOutcome.Waived, "the gradient is clipped on purpose"), (result.Outcome, result.Found));
    }

    [Fact]
    public void An_unknown_code_is_refused_with_the_nearest_one()
    {
        var problem = Assert.Throws<ArgumentException>(() => Conformance.Check(With("KD51O2", "no reason will do")));
        Assert.Contains("'KD51O2' names no fact that applies to WrongGradient: did you mean 'KD5102'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_another_kind_is_refused() => Assert.Throws<ArgumentException>(() => Conformance.Check(With("KD5201", "a model's fact")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_waiver_without_a_reason_is_refused(string reason) =>
        Assert.Contains("has no reason", Assert.Throws<ArgumentException>(() => Conformance.Check(With("KD5102", reason))).Message, StringComparison.Ordinal);

    private static ConformanceSubject With(string code, string reason) =>
        new() { Plugin = typeof(WrongGradient), Waivers = new Dictionary<string, string> { [code] = reason } };
}
