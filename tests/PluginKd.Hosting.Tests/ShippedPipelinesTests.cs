using System.Text.RegularExpressions;

namespace PluginKd.Hosting.Tests;

/// <summary>Every pipeline that is written down somewhere is a pipeline.</summary>
public partial class ShippedPipelinesTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(Places.Repository, "docs", "pipelines"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Places.Repository, "plugins"), "README.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Places.Repository, "README.md"))
            .Select(page => Path.GetRelativePath(Places.Repository, page)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Files))]
    public void A_shipped_file_is_valid(string file)
    {
        var plan = PipelinePlan.Check(PipelineFile.Read(Path.Combine(Places.Repository, "docs", "pipelines", file)), Pipelines.Catalog);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), plan.Name);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_pipeline_on_a_page_is_valid_and_short(string page)
    {
        using var folder = new TemporaryFolder();
        var samples = Samples().Matches(File.ReadAllText(Path.Combine(Places.Repository, page))).Select(m => m.Groups[1].Value).Where(json => json.Contains("\"data\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            PipelinePlan.Check(Pipelines.File(folder, sample), Pipelines.Catalog);
            Assert.InRange(sample.Trim().Split('\n').Length, 1, 15);
        }
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Samples();
}
