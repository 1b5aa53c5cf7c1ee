namespace PluginKd.Sdk.Testing;

/// <summary>Puts empty folders in place of the working directory, the temporary and the home folder, and sees what is written there.</summary>
/// <remarks>Folders of their own instead of the real ones, because other programs write there at the same time.</remarks>
internal sealed class WatchedFolders : IDisposable
{
    private static readonly string[] TemporaryNames = ["TMPDIR", "TMP", "TEMP"];
    private static readonly string[] HomeNames = ["HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];

    private readonly string _root = Directory.CreateTempSubdirectory("kd-watch-").FullName;
    private readonly string _workingDirectory = Environment.CurrentDirectory;
    private readonly Dictionary<string, string?> _variables = [];
    private readonly string _given;
    private readonly List<string> _before;

    /// <param name="given">The folder that the plugin was handed.</param>
    public WatchedFolders(string given)
    {
        (_given, _before) = (given, Entries(given));
        foreach (var name in TemporaryNames) Set(name, "temporary folder");
        foreach (var name in HomeNames) Set(name, "home folder");
        Environment.CurrentDirectory = Directory.CreateDirectory(Path.Combine(_root, "working directory")).FullName;
    }

    /// <summary>What was written or removed since, such as <c>working directory/log.txt</c>.</summary>
    public IReadOnlyList<string> Changes() =>
    [
        .. Directory.EnumerateFileSystemEntries(_root, "*", SearchOption.AllDirectories)
            .Where(entry => Path.GetDirectoryName(entry) != _root).Select(entry => Path.GetRelativePath(_root, entry)),
        .. Entries(_given).Except(_before).Concat(_before.Except(Entries(_given)))
            .Select(entry => $"the pipeline's folder/{entry[..entry.LastIndexOf(' ')]}").Distinct(),
    ];

    public void Dispose()
    {
        Environment.CurrentDirectory = _workingDirectory;
        foreach (var (name, value) in _variables) Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(_root, recursive: true);
    }

    private void Set(string variable, string folder)
    {
        _variables[variable] = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, Directory.CreateDirectory(Path.Combine(_root, folder)).FullName);
    }

    private static List<string> Entries(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(folder, file.FullName)} {file.Length}:{file.LastWriteTimeUtc.Ticks}"),
    ];
}
