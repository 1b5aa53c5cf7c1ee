using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PluginKd.Sdk.Testing;

/// <summary>One fact of one plugin as a test: named by the fact, skipped when it is waived or cannot be looked at.</summary>
public sealed class ConformanceTestCase : XunitTestCase
{
    /// <summary>For xunit, which reads test cases back from texts.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For xunit only.")]
    public ConformanceTestCase()
    {
    }

    /// <summary>Makes the test of a fact.</summary>
    /// <param name="diagnostics">Given by xunit.</param>
    /// <param name="display">How xunit shows methods.</param>
    /// <param name="options">How xunit shows their names.</param>
    /// <param name="method">The method that looks at a fact.</param>
    /// <param name="code">Such as <c>KD5102</c>.</param>
    public ConformanceTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, string code)
        : base(diagnostics, display, options, method, [code])
    {
    }

    private string Code => (string)TestMethodArguments[0];

    /// <inheritdoc />
    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        using var bus = new SkippingBus(messageBus);
        var summary = await base.RunAsync(diagnosticMessageSink, bus, constructorArguments, aggregator, cancellationTokenSource);
        summary.Failed -= bus.Skipped;
        summary.Skipped += bus.Skipped;
        return summary;
    }

    /// <inheritdoc />
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
    {
        var subject = ConformanceDiscoverer.SubjectOf(TestMethod);
        var title = Conformance.FactsFor(subject.Plugin).First(fact => fact.Code == Code).Title;
        return $"{TestMethod.TestClass.Class.Name}: {Code} {title}";
    }

    /// <inheritdoc />
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        ConformanceDiscoverer.SubjectOf(TestMethod).Waivers.TryGetValue(Code, out var reason) ? $"waived: {reason}" : null;
}
