using System.Text.Json;

namespace PluginKd.Packages.Tests;

/// <summary>docs/writing-a-plugin.md, typed by somebody who has the feed and an empty folder, without a network.</summary>
public class WritingAPluginTests(FolderFeed feed) : IClassFixture<FolderFeed>
{
    private const string Page = "docs/writing-a-plugin.md";

    [Fact]
    public async Task The_four_commands_lead_from_an_empty_folder_to_a_package()
    {
        using var folder = NewFolder();
        var lines = FolderFeed.Blocks(Page, "sh")[0].Trim().Split('\n');
        Assert.Equal(4, lines.Length);
        var last = "";
        foreach (var line in lines)
        {
            var result = await Shell.RunAsync(folder.Path, feed.Environment, line);
            Assert.True(result.ExitCode == 0, $"{line}\n{result.Output}{result.Error}");
            last = result.Output;
        }

        Assert.Contains("softer.1.0.0.nupkg", last, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "softer.1.0.0.nupkg")));
        var run = Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).Single();
        Assert.Contains("\"softer\"", await File.ReadAllTextAsync(Path.Combine(run, "pipeline.json")), StringComparison.Ordinal);
        var student = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "results.json"))).RootElement.GetProperty("measurements").EnumerateArray()
            .First(m => m.GetProperty("model").GetString() == "student").GetProperty("metrics").EnumerateArray().First(m => m.GetProperty("name").GetString() == "accuracy");
        // Two classes in equal parts: it has learned.
        Assert.True(student.GetProperty("value").GetDouble() > 0.65);
    }

    [Theory]
    [InlineData("<Project Sdk=\"PluginKd.Sdk/0.1.0\"><ItemGroup><PackageReference Include=\"Scrutor\" Version=\"5.0.2\" /></ItemGroup></Project>")]
    [InlineData("""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
          <ItemGroup><PackageReference Include="PluginKd.Sdk" Version="0.1.0" /><PackageReference Include="Scrutor" Version="5.0.2" /></ItemGroup>
        </Project>
        """)]
    public async Task A_project_keeps_the_hosts_assemblies_out_whatever_asks_for_them(string project)
    {
        feed.Add("Scrutor", "5.0.2");
        feed.Add("Microsoft.Extensions.DependencyInjection", "10.0.14");
        feed.Add("Microsoft.Extensions.DependencyModel", "10.0.15");
        using var folder = NewFolder();
        folder.File("Acme.Softer.csproj", project);
        folder.File("Softer.cs", Source.Split('\n', 2)[1]);
        File.Delete(Path.Combine(folder.Path, "softer.cs"));

        var result = await Shell.RunAsync(folder.Path, feed.Environment, "dotnet build -v quiet -p:NoWarn=NU1603");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var output = Path.Combine(folder.Path, "bin", "Debug", "net10.0");
        Assert.Equal(["Acme.Softer.dll", "Microsoft.Extensions.DependencyModel.dll", "Scrutor.dll"],
            Directory.EnumerateFiles(output, "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Abstractions.dll", await File.ReadAllTextAsync(Path.Combine(output, "Acme.Softer.deps.json")), StringComparison.Ordinal);
        Assert.Contains("\"acme.softer\"", await File.ReadAllTextAsync(Path.Combine(output, "plugin.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conformance_kit_runs_in_an_authors_own_tests()
    {
        feed.AddAll();
        using var folder = NewFolder();
        folder.File("Acme.Softer/Acme.Softer.csproj", "<Project Sdk=\"PluginKd.Sdk/0.1.0\" />");
        folder.File("Acme.Softer/Softer.cs", Source.Split('\n', 2)[1]);
        folder.File("Acme.Softer.Tests/Acme.Softer.Tests.csproj", FolderFeed.Blocks(Page, "xml")[1]);
        folder.File("Acme.Softer.Tests/SofterConformance.cs", FolderFeed.Blocks(Page, "csharp")[1]);

        var result = await Shell.RunAsync(folder.Path, feed.Environment, "dotnet test Acme.Softer.Tests -p:NoWarn=NU1603 -v quiet");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Matches(@"Passed!\s+- Failed:\s+0, Passed:\s+[2-9]\d", result.Output);
    }

    [Fact]
    public async Task A_wrong_attribute_is_a_build_error_with_a_code_and_the_fix()
    {
        using var folder = NewFolder();
        folder.File("softer.cs", Source.Replace("[KdPlugin(\"softer\"", "[KdPlugin(\"Softer Loss\"", StringComparison.Ordinal));

        var result = await Shell.RunAsync(folder.Path, feed.Environment, "dotnet build softer.cs");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error KD1002: Softer has the id 'Softer Loss'. Ids are lower-case-with-hyphens, such as 'soft-target'.", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, ".kd", "dev", "softer", "plugin.json")));
    }

    [Fact]
    public async Task Two_builds_give_the_same_bytes_wherever_the_source_lies()
    {
        var manifests = new List<string>();
        for (var build = 0; build < 2; build++)
        {
            using var folder = NewFolder();
            var result = await Shell.RunAsync(folder.Path, feed.Environment, "dotnet build softer.cs -v quiet");
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
            manifests.Add(await File.ReadAllTextAsync(Path.Combine(folder.Path, ".kd", "dev", "softer", "plugin.json")));
        }

        Assert.Equal(manifests[0], manifests[1]);
    }

    private static string Source => FolderFeed.Blocks(Page, "csharp")[0];

    private TemporaryFolder NewFolder()
    {
        var folder = new TemporaryFolder();
        folder.File("nuget.config", FolderFeed.Blocks(Page, "xml")[0].Replace("FEED", feed.Path, StringComparison.Ordinal));
        folder.File("softer.cs", Source);
        return folder;
    }
}
