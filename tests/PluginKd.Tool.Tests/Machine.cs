using System.Text.RegularExpressions;

namespace PluginKd.Tool.Tests;

/// <summary>A machine without network: a store and package caches of its own, a project, and a folder that serves as the team's feed.</summary>
internal sealed partial class Machine : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _project = new();
    private readonly TemporaryFolder _feed;
    private readonly bool _ownsFeed;

    /// <summary>Sets up a machine; a second one may share the feed and gets the lock file of the first as from version control.</summary>
    public Machine(Machine? colleague = null)
    {
        (_feed, _ownsFeed) = colleague is null ? (new TemporaryFolder(), true) : (colleague._feed, false);
        Project.File("nuget.config", $"""<configuration><packageSources><clear /><add key="team" value="{_feed.Path}" /></packageSources></configuration>""");
        Project.File("p.json", Kd.TinyPipeline);
        if (colleague is not null) File.Copy(colleague.LockFile, LockFile);
    }

    public TemporaryFolder Project => _project;

    public string Feed => _feed.Path;

    public string Store => Path.Combine(_home.Path, "kd", "store");

    public string LockFile => Path.Combine(Project.Path, "kd.lock.json");

    /// <summary>The folder of the only plugin in the store.</summary>
    public string Stored => Path.GetDirectoryName(Directory.EnumerateFiles(Store, "plugin.json", SearchOption.AllDirectories).Single())!;

    public Task<ProcessResult> KdAsync(params string[] arguments) => ProcessResult.OfAsync(Places.Tool, Project.Path, new Dictionary<string, string>
    {
        ["KD_HOME"] = Path.Combine(_home.Path, "kd"),
        ["NUGET_PACKAGES"] = Path.Combine(_home.Path, "packages"),
        ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(_home.Path, "http"),
        ["HTTP_PROXY"] = "http://127.0.0.1:9",
        ["HTTPS_PROXY"] = "http://127.0.0.1:9",
    }, arguments);

    /// <summary>Types a command that must go well.</summary>
    public async Task<string> MustAsync(params string[] arguments)
    {
        var result = await KdAsync(arguments);
        Assert.True((result.ExitCode, result.Error) is (0, ""), $"dotnet kd {string.Join(' ', arguments)}: {result.ExitCode}\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    /// <summary>Copies the good test plugin into the project and gives it another version; a remark makes other bytes of the same version.</summary>
    public string PluginIn(string name, string version = "0.1.0", string? remark = null)
    {
        Project.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), name);
        var folder = Path.Combine(Project.Path, name);
        var manifest = Path.Combine(folder, "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"version\": \"0.1.0\"", $"\"version\": \"{version}\"", StringComparison.Ordinal));
        if (remark is not null) File.WriteAllText(Path.Combine(folder, "README.md"), remark);
        return folder;
    }

    /// <summary>Puts versions of the good test plugin into the feed.</summary>
    public async Task PublishAsync(params string[] versions)
    {
        foreach (var version in versions)
        {
            var folder = PluginIn($"build-{version}", version);
            await MustAsync("plugins", "pack", folder, "-o", Feed);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes out what differs from machine to machine, and what the test plugin offers beside all that is tested here.</summary>
    public string Scrub(string text) => Hash().Replace(
        Kd.Scrub(Offers().Replace(text, "$1 …").Replace(Store, "{store}", StringComparison.Ordinal).Replace(Feed, "{feed}", StringComparison.Ordinal), Project), "{hash}");

    public void Dispose()
    {
        _home.Dispose();
        _project.Dispose();
        if (_ownsFeed) _feed.Dispose();
    }

    [GeneratedRegex(@"^( *offers:?) .*$", RegexOptions.Multiline)]
    private static partial Regex Offers();

    [GeneratedRegex(@"\b([0-9a-f]{64}|[0-9a-f]{16}|[0-9a-f]{12})\b")]
    private static partial Regex Hash();
}
