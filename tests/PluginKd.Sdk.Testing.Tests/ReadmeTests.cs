namespace PluginKd.Sdk.Testing.Tests;

public class ReadmeTests
{
    [Fact]
    public void Lists_every_fact_with_its_promise_and_reason()
    {
        var lines = File.ReadAllLines(Path.Combine(Places.Repository, "sdk", "PluginKd.Sdk.Testing", "README.md")).Where(line => line.StartsWith("| KD5", StringComparison.Ordinal));
        var facts = PluginKinds.ByContract.Keys.SelectMany(Conformance.FactsFor).DistinctBy(fact => fact.Code).OrderBy(fact => fact.Code, StringComparer.Ordinal);
        Assert.Equal(facts.Select(fact => $"| {fact.Code} | {fact.Title} | {fact.Why} |"), lines);
    }
}
