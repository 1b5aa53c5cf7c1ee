using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PluginKd.Packages.Tests;

/// <summary>The project's packages in a folder, with what they need beside them, as <c>./build.sh pack</c> leaves them; packed once.</summary>
public sealed partial class FolderFeed : IAsyncLifetime, IDisposable
{
    private static readonly string[] Beside = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];

    private readonly TemporaryFolder _folder = new();

    public string Path => System.IO.Path.Combine(_folder.Path, "feed");

    /// <summary>What the person's shell knows: this feed only, caches of its own, no way out to the network.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = System.IO.Path.Combine(_folder.Path, "packages"),
        ["DOTNET_CLI_HOME"] = System.IO.Path.Combine(_folder.Path, "home"),
        ["KD_HOME"] = System.IO.Path.Combine(_folder.Path, "kd"),
        ["DOTNET_NOLOGO"] = "1",
        ["HTTP_PROXY"] = "http://127.0.0.1:9",
        ["HTTPS_PROXY"] = "http://127.0.0.1:9",
    };

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path);
        foreach (var project in new[] { "sdk/PluginKd.Sdk.Build", "sdk/PluginKd.Sdk.Testing", "sdk/PluginKd.Sdk.Testing.Xunit", "host/PluginKd.Tool" })
        {
            var packed = await Shell.RunAsync(Places.Repository, new Dictionary<string, string>(), $"dotnet pack {project} -c {Places.Configuration} --no-build -o '{Path}' -v quiet --nologo");
            Assert.True(packed.ExitCode == 0, packed.Output + packed.Error);
        }

        var versions = XDocument.Load(System.IO.Path.Combine(Places.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
        foreach (var package in Beside) Add(package, versions[package]);
    }

    private static string Cache => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? System.IO.Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Adds everything that the build of the project has restored, as a feed of the world has it.</summary>
    public void AddAll()
    {
        foreach (var file in Directory.EnumerateFiles(Cache, "*.nupkg", SearchOption.AllDirectories).Where(file => !System.IO.Path.GetFileName(file).Contains("crossgen", StringComparison.Ordinal)))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Adds a package that the build of the project has restored.</summary>
    public void Add(string package, string version)
    {
        var cache = Cache;
        var file = $"{package.ToLowerInvariant()}.{version}.nupkg";
        File.Copy(System.IO.Path.Combine(cache, package.ToLowerInvariant(), version, file), System.IO.Path.Combine(Path, file), overwrite: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>The blocks of a language in a page, in order.</summary>
    public static IReadOnlyList<string> Blocks(string page, string language) =>
        [.. Fence().Matches(File.ReadAllText(System.IO.Path.Combine(Places.Repository, page))).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
