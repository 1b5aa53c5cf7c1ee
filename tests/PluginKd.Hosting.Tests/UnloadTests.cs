using System.Reflection.Metadata;

namespace PluginKd.Hosting.Tests;

/// <summary>Plugins go when they are unloaded, and when they do not it is noticed.</summary>
public class UnloadTests
{
    [Theory]
    [InlineData("loss", "soft-target")]
    [InlineData("model", "mlp")]
    [InlineData("data", "tiny")]
    public void A_plugin_that_holds_nothing_goes(string kind, string id)
    {
        var package = Pipelines.Catalog.Find(kind, id)!.Package;
        var report = UnloadProbe.Run(package, 20);
        Assert.True(report.Held == 0, string.Join("\n", report.Held == 0 ? [] : LeakExplainer.Explain(package)));
    }

    [Fact]
    public void A_plugin_that_left_a_handler_stays_and_the_explanation_names_it()
    {
        var package = Pipelines.Catalog.Find("evaluate", "keeps-a-handler")!.Package;
        Assert.Equal(new UnloadReport(3, 3), UnloadProbe.Run(package, 3));
        Assert.Contains(LeakExplainer.Explain(package), path => path.Contains("EventHandler", StringComparison.Ordinal) && path.EndsWith("the code of testplugins.clings", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_hundred_cycles_leave_nothing() =>
        Assert.Equal(new UnloadReport(200, 0), UnloadProbe.Run(Pipelines.Catalog.Find("average", "last")!.Package, 200));

    [Fact]
    public void The_framework_still_empties_its_caches_when_asked()
    {
        Assert.True(FrameworkCaches.Clear() > 0);
        // The convention that this stands on; a runtime that drops it shows here first.
        var json = typeof(System.Text.Json.JsonSerializer).Assembly.GetCustomAttributes(typeof(MetadataUpdateHandlerAttribute), false);
        Assert.NotEmpty(json);
    }
}
