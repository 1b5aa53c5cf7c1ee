using System.Reflection.Metadata;

namespace PluginKd.Hosting.Tests;

/// <summary>Tests that let plugins work outside a run: they draw from the process's one generator, and runs beside them would draw other numbers.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WorksOutsideRuns
{
    public const string Name = "works outside runs";
}

/// <summary>Plugins go when they are unloaded, and when they do not it is noticed.</summary>
[Collection(WorksOutsideRuns.Name)]
public class UnloadTests
{
    [Theory]
    [InlineData("loss", "soft-target")]
    [InlineData("model", "mlp")]
    [InlineData("data", "tiny")]
    public void A_plugin_that_holds_nothing_goes(string kind, string id)
    {
        var package = Pipelines.Catalog.Find(kind, id)!.Package;
        var report = UnloadProbe.Run(package, 20, PluginTrial.Run);
        Assert.True(report.Held == 0, string.Join("\n", report.Held == 0 ? [] : LeakExplainer.Explain(package)));
    }

    [Fact]
    public void A_plugin_that_left_a_handler_stays_and_the_explanation_names_it()
    {
        var package = Pipelines.Catalog.Find("evaluate", "keeps-a-handler")!.Package;
        Assert.Equal(3, UnloadProbe.Run(package, 3, PluginTrial.Run).Held);
        Assert.Contains(LeakExplainer.Explain(package), path => path.Contains("EventHandler", StringComparison.Ordinal) && path.EndsWith("the code of testplugins.clings", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plugin_that_holds_on_in_its_work_only_stays_once_it_has_worked()
    {
        var package = Pipelines.Catalog.Find("loss", "clings-at-work")!.Package;
        Assert.Equal(0, UnloadProbe.Run(package, 3, (_, make) => make(null) is null ? "" : "only made").Held);
        Assert.Equal(3, UnloadProbe.Run(package, 3, PluginTrial.Run).Held);
        Assert.Contains(LeakExplainer.Explain(package), path => path.EndsWith("the code of testplugins.clingsatwork", StringComparison.Ordinal));
    }

    [Fact]
    public void Built_in_plugins_work_and_go_and_only_what_needs_a_file_an_image_or_names_of_layers_is_not_used()
    {
        foreach (var package in Pipelines.Catalog.Packages.Where(package => package.Id.StartsWith("pluginkd.", StringComparison.Ordinal)))
        {
            var report = UnloadProbe.Run(package, 3, PluginTrial.Run);
            Assert.True(report.Held == 0, report.Held == 0 ? "" : $"{package.Id}: {string.Join("\n", LeakExplainer.Explain(package))}");
            Assert.All(report.Remarks, remark => Assert.Matches("^((data|teacher|loss) '[a-z-]+': it needs \"[a-z-]+\"|data '(cifar|idx)': UserErrorException: data\\.train(-images)? names no file.*|augment 'image-transforms': UserErrorException: the data are texts|model '(cnn|resnet)': UserErrorException: an input is a row.*)$", remark));
        }
    }

    [Fact]
    public void A_plugin_that_does_not_return_is_named()
    {
        var package = Pipelines.Catalog.Find("average", "last")!.Package;
        using var never = new ManualResetEventSlim();
        var error = Assert.Throws<UserErrorException>(() => UnloadProbe.Run(package, 3, (_, _) => { never.Wait(); return null; }, TimeSpan.FromSeconds(0.2)));
        Assert.StartsWith("average 'last' of plugin 'pluginkd.averaging'", error.Found, StringComparison.Ordinal);
        never.Set();
    }

    [Fact]
    public void Two_hundred_cycles_leave_nothing() =>
        Assert.Equal(0, UnloadProbe.Run(Pipelines.Catalog.Find("average", "last")!.Package, 200, PluginTrial.Run).Held);

    [Fact]
    public void The_framework_still_empties_its_caches_when_asked()
    {
        Assert.True(FrameworkCaches.Clear() > 0);
        // The convention that this stands on; a runtime that drops it shows here first.
        var json = typeof(System.Text.Json.JsonSerializer).Assembly.GetCustomAttributes(typeof(MetadataUpdateHandlerAttribute), false);
        Assert.NotEmpty(json);
    }
}
