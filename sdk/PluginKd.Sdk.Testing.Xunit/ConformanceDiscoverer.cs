using Xunit.Abstractions;
using Xunit.Sdk;

namespace PluginKd.Sdk.Testing;

/// <summary>Finds the facts of a conformance class; xunit calls it.</summary>
/// <param name="diagnosticMessageSink">Given by xunit.</param>
public sealed class ConformanceDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc />
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var (display, options) = (discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault());
        try
        {
            var subject = SubjectOf(testMethod);
            Conformance.CheckWaivers(subject);
            return [.. Conformance.FactsFor(subject.Plugin).Select(fact => new ConformanceTestCase(diagnosticMessageSink, display, options, testMethod, fact.Code))];
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return [new ExecutionErrorTestCase(diagnosticMessageSink, display, options, testMethod, (problem.InnerException ?? problem).Message)];
        }
    }

    /// <summary>Asks a test class what it checks.</summary>
    internal static ConformanceSubject SubjectOf(ITestMethod testMethod) =>
        ((IConformanceTests)Activator.CreateInstance(testMethod.TestClass.Class.ToRuntimeType())!).Subject;
}
