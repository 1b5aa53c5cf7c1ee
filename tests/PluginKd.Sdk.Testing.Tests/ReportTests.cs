using System.Text.Json;
using PluginKd.Sdk.Testing.Tests.Faulty;

namespace PluginKd.Sdk.Testing.Tests;

public class ReportTests
{
    private static readonly ConformanceSubject Subject = new()
    {
        Plugin = typeof(NeverQuiteRight),
        Waivers = new Dictionary<string, string> { ["KD5012"] = "not every machine has cultures", ["KD5704"] = "it compares with the teacher" },
    };

    [Fact]
    public void Says_of_every_fact_what_came_of_it_and_why_it_matters() => Snapshot.Match(Conformance.Check(Subject).ToJson());

    [Fact]
    public void Is_written_in_the_same_bytes_again() => Assert.Equal(Conformance.Check(Subject).ToJson(), Conformance.Check(Subject).ToJson());

    [Fact]
    public void Is_JSON_that_names_plugin_and_kind()
    {
        using var json = JsonDocument.Parse(Conformance.Check(Subject).ToJson());
        Assert.Equal("PluginKd.Sdk.Testing.Tests.Faulty.NeverQuiteRight", json.RootElement.GetProperty("plugin").GetString());
        Assert.Equal("evaluate", json.RootElement.GetProperty("kind").GetString());
        Assert.False(json.RootElement.GetProperty("conforms").GetBoolean());
    }

    [Fact]
    public void A_plugin_that_does_no_work_breaks_one_fact_and_the_others_say_so()
    {
        var report = Conformance.Check(new() { Plugin = typeof(Throws) });
        var failed = Assert.Single(report.Failed);
        Assert.Equal(("KD5005", "InvalidOperationException: out of order"), (failed.Fact.Code, failed.Found));
        Assert.Contains(report.Results, result => result.Outcome == FactOutcome.Skipped && result.Found.Contains("see KD5005", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_of_other_kinds_are_left_out() =>
        Assert.DoesNotContain(Conformance.FactsFor(typeof(Relation)), fact => fact.Code.StartsWith("KD52", StringComparison.Ordinal));

    [Fact]
    public void A_class_without_a_contract_is_no_subject() =>
        Assert.Throws<ArgumentException>(() => Conformance.Check(new() { Plugin = typeof(string) }));
}
