using Xunit;
using Xunit.Sdk;

namespace PluginKd.Sdk.Testing;

/// <summary>Makes one test of each fact that applies to the plugin.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PluginKd.Sdk.Testing.ConformanceDiscoverer", "PluginKd.Sdk.Testing.Xunit")]
public sealed class ConformanceFactsAttribute : FactAttribute;
