using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>The feeds of a folder's nuget.config, or one feed that was named; reached through <c>dotnet</c> itself.</summary>
public sealed class PackageFeed
{
    private readonly string _folder;
    private readonly string? _source;

    /// <summary>Chooses the feeds; reads nothing yet.</summary>
    /// <param name="folder">Working folder, whose nuget.config counts.</param>
    /// <param name="source">A folder of packages or the address of a feed, or null for those of nuget.config.</param>
    /// <exception cref="UserErrorException"><paramref name="source"/> is neither.</exception>
    public PackageFeed(string folder, string? source = null)
    {
        _folder = folder;
        var isAddress = source is not null && Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
        if (source is not null && !isAddress && !Directory.Exists(Path.Combine(folder, source)))
            throw new UserErrorException($"there is no folder '{source}'", "a folder of packages, or the address of a feed (https://…)", "--source",
                "correct it, or leave it out to use the feeds of nuget.config");
        _source = source is null || isAddress ? source : Path.GetFullPath(Path.Combine(folder, source));
    }

    /// <summary>Lists the versions of a package in all feeds, with the name of the first feed that has each.</summary>
    /// <param name="id">Id of the package.</param>
    /// <exception cref="UserErrorException">No feed can be asked.</exception>
    public IReadOnlyDictionary<string, string> Versions(string id)
    {
        var versions = new Dictionary<string, string>();
        foreach (var (name, package) in Search(id, "--exact-match"))
            if (package.TryGetProperty("version", out var version)) versions.TryAdd(version.GetString()!, NameOf(name));
        return versions;
    }

    /// <summary>Lists ids that could have been meant.</summary>
    /// <param name="id">One that no feed has.</param>
    public IReadOnlyList<string> Near(string id) =>
        [.. Search(id.Split('.', '-')[0], "--take", "100").Select(found => found.Package.GetProperty("id").GetString()!).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Downloads a package.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="version">Its exact version.</param>
    /// <param name="folder">An empty folder that the download may fill.</param>
    /// <returns>Path of the package file.</returns>
    /// <exception cref="UserErrorException">No feed gives it.</exception>
    public string Fetch(string id, string version, string folder)
    {
        var packages = Path.Combine(folder, "packages");
        var project = Path.Combine(folder, "fetch.csproj");
        File.WriteAllText(project, FetchProject.Text(id, PackageVersions.Bare(version), _folder, packages, _source));
        var (code, output) = DotnetCommand.Run(folder, "restore", project, "--no-http-cache", "--verbosity", "minimal", "-tl:off");
        var package = Directory.Exists(packages) ? Directory.EnumerateFiles(packages, "*.nupkg", SearchOption.AllDirectories).FirstOrDefault() : null;
        if (code == 0 && package is not null) return package;
        var errors = output.Split('\n').Select(line => line.Split("error ", 2)).Where(line => line.Length == 2).Select(line => line[1].Trim()).Distinct();
        throw new UserErrorException($"'{id}' {version} cannot be fetched", "a feed that has it and can be reached",
            _source is null ? "the feeds of nuget.config" : DotnetCommand.WithoutSecrets(_source),
            $"`dotnet nuget list source` shows the feeds; dotnet restore says:\n            {string.Join("\n            ", errors.DefaultIfEmpty(output.Trim()))}")
        {
            Kind = UserErrorKind.Plugin,
        };
    }

    private List<(string Source, JsonElement Package)> Search(string term, params string[] more)
    {
        var (_, output) = DotnetCommand.Run(_folder, ["package", "search", term, .. more, "--prerelease", "--format", "json",
            .. _source is null ? [] : new[] { "--source", _source }]);
        var start = output.IndexOf('{', StringComparison.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(start < 0 ? "" : output[start..(output.LastIndexOf('}') + 1)]);
            var answers = document.RootElement.GetProperty("searchResult").EnumerateArray().Select(answer => answer.Clone()).ToList();
            var problems = answers.Append(document.RootElement).Where(a => a.TryGetProperty("problems", out _))
                .SelectMany(a => a.GetProperty("problems").EnumerateArray()).Select(p => p.GetProperty("text").GetString()!).ToList();
            var found = answers
                .SelectMany(a => a.GetProperty("packages").EnumerateArray().Select(p => (a.GetProperty("sourceName").GetString()!, p))).ToList();
            return found.Count > 0 || problems.Count == 0 ? found : throw Unreachable(string.Join("; ", problems), null);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // What a misread configuration is answered with goes on with how to call the command.
            throw Unreachable(output.Split("Description:")[0].Trim().ReplaceLineEndings(" "), error);
        }
    }

    /// <summary>A named feed's name; of one given by its place only what may be committed.</summary>
    private static string NameOf(string name) =>
        Path.IsPathRooted(name) ? PluginPin.FromFile : DotnetCommand.WithoutSecrets(name);

    private UserErrorException Unreachable(string reason, Exception? cause) =>
        new($"the feeds cannot be searched: {reason}", "feeds that can be reached",
            _source is null ? "the feeds of nuget.config" : DotnetCommand.WithoutSecrets(_source),
            "look at them with `dotnet nuget list source`, or name a folder of packages with --source", cause)
        {
            Kind = UserErrorKind.Plugin,
        };
}
