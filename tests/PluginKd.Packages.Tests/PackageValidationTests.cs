using System.IO.Compression;

namespace PluginKd.Packages.Tests;

/// <summary>NuGet's package validation holds PluginKd.Sdk against a package of before, without a network.</summary>
public class PackageValidationTests(FolderFeed feed) : IClassFixture<FolderFeed>
{
    [Fact]
    public async Task The_package_fits_one_with_the_same_contract()
    {
        using var folder = new TemporaryFolder();
        var result = await PackAgainstAsync(folder, Path.Combine(feed.Path, "PluginKd.Sdk.0.1.0.nupkg"));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public async Task Types_and_members_that_are_gone_are_found()
    {
        using var folder = new TemporaryFolder();
        var earlier = Path.Combine(folder.Path, "earlier.nupkg");
        File.Copy(Path.Combine(feed.Path, "PluginKd.Sdk.0.1.0.nupkg"), earlier);
        // A contract with a type and two members more, as if today's had lost them.
        using (var package = ZipFile.Open(earlier, ZipArchiveMode.Update))
        {
            package.GetEntry("ref/net10.0/PluginKd.Sdk.dll")!.Delete();
            package.CreateEntryFromFile(Path.Combine(Places.Artifacts, "newer-sdk", Places.Configuration, "PluginKd.Sdk.dll"), "ref/net10.0/PluginKd.Sdk.dll");
        }

        var result = await PackAgainstAsync(folder, earlier);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error CP0001: Type 'PluginKd.Sdk.Newer' exists on [Baseline]", result.Output, StringComparison.Ordinal);
        Assert.Contains("error CP0002: Member 'string PluginKd.Sdk.StageContext.FutureOf(string)' exists on [Baseline]", result.Output, StringComparison.Ordinal);
        Assert.Contains("error CP0002: Member 'void PluginKd.Sdk.IAverager.Forget()' exists on [Baseline]", result.Output, StringComparison.Ordinal);
    }

    private static Task<ProcessResult> PackAgainstAsync(TemporaryFolder folder, string baseline) => Shell.RunAsync(Places.Repository, new Dictionary<string, string>(),
        $"dotnet pack sdk/PluginKd.Sdk.Build -c {Places.Configuration} --no-build --nologo -o '{folder.Path}/out' -p:PackageValidationBaselinePath='{baseline}'");
}
