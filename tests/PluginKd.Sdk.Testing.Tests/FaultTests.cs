using PluginKd.Sdk.Testing.Tests.Faulty;

namespace PluginKd.Sdk.Testing.Tests;

/// <summary>The facts can fail: each faulty plugin breaks one of them and no other.</summary>
public class FaultTests
{
    private const string Letters = "KD5012";

    // This project asks for the system's cultures; a machine may have none all the same.
    private static bool HasCultures => !AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant) && !isInvariant
                                       && Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is null or "0" or "false";

    public static TheoryData<string> Names => [.. Fault.All.Select(fault => fault.Plugin.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_fault_is_found_by_its_fact_and_by_no_other(string plugin)
    {
        var fault = Fault.All.Single(f => f.Plugin.Name == plugin);
        if (fault.Code == Letters && !HasCultures) return;
        var failed = Conformance.Check(fault.Subject).Failed.ToList();
        Assert.Equal($"{fault.Code} ", string.Join('\n', failed.Select(result => $"{result.Fact.Code} {(result.Fact.Code == fault.Code ? "" : result.Found)}")));
    }

    [Fact]
    public void Every_fact_is_proven_by_a_fault()
    {
        var codes = PluginKinds.ByContract.Keys.SelectMany(Conformance.FactsFor).Select(fact => fact.Code).Distinct();
        Assert.Empty(codes.Except(Fault.All.Select(fault => fault.Code)));
    }

    [Fact]
    public void Turkish_letters_are_skipped_with_the_reason_where_there_are_no_cultures()
    {
        var result = Conformance.Check(new() { Plugin = typeof(BelowZero) }, Letters);
        Assert.Equal(HasCultures ? (FactOutcome.Passed, "")
            : (FactOutcome.Skipped, "this process has no cultures (InvariantGlobalization is on); a test project without it can look"), (result.Outcome, result.Found));
    }

    [Fact]
    public void A_constructor_that_takes_time_is_found() =>
        Assert.StartsWith("the constructor takes", Conformance.Check(new() { Plugin = typeof(Sleeps) }, "KD5006").Found, StringComparison.Ordinal);

    [Fact]
    public void A_loss_of_relations_is_not_asked_to_judge_each_example_for_itself()
    {
        Assert.Equal(["KD5107", "KD5109"], Failed(typeof(UndeclaredRelation)));
        Assert.Empty(Failed(typeof(Relation)));

        static IEnumerable<string> Failed(Type loss) => Conformance.Check(new() { Plugin = loss }).Failed.Select(result => result.Fact.Code);
    }
}
