using Xunit.Abstractions;
using Xunit.Sdk;

namespace PluginKd.Sdk.Testing.Tests;

public class XunitLayerTests
{
    [Fact]
    public void The_core_knows_nothing_of_xunit() =>
        Assert.DoesNotContain(typeof(Conformance).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_fact_is_a_test_with_its_title_and_a_waived_one_is_skipped_with_the_reason()
    {
        var tests = TestsOf<Conforming>();
        Assert.Equal(Conformance.FactsFor(typeof(Faulty.Percent)).Select(fact => $"{typeof(Conforming).FullName}: {fact.Code} {fact.Title}"), tests.Select(test => test.DisplayName));
        Assert.Equal(["waived: hundredths are easier to read"], tests.Select(test => test.SkipReason).OfType<string>());
    }

    [Fact]
    public void A_wrong_waiver_is_a_test_that_fails()
    {
        var test = Assert.IsType<ExecutionErrorTestCase>(Assert.Single(TestsOf<WronglyWaived>()));
        Assert.Contains("names no fact that applies to Percent", test.ErrorMessage, StringComparison.Ordinal);
    }

    private static List<IXunitTestCase> TestsOf<T>()
    {
        var silent = new Xunit.Sdk.NullMessageSink();
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(T).Assembly)), null, "tests");
        var method = new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(T))), Reflector.Wrap(typeof(T).GetMethod("Conforms")!));
        return [.. new ConformanceDiscoverer(silent).Discover(new NoOptions(), method, null!)];
    }

    private sealed class NoOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }

    // Not public, so that the runner passes over them.
    private sealed class Conforming : KdConformance<Faulty.Percent>
    {
        protected override Dictionary<string, string> Waivers => new() { ["KD5701"] = "hundredths are easier to read" };
    }

    private sealed class WronglyWaived : KdConformance<Faulty.Percent>
    {
        protected override Dictionary<string, string> Waivers => new() { ["KD9999"] = "there is no such fact" };
    }
}
