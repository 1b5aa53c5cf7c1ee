using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>The user's store: one folder for each plugin, version and content; what is in it runs only where a project pins it.</summary>
/// <param name="folder">Where it lies.</param>
public sealed class PluginStore(string folder)
{
    /// <summary>Environment variable that puts the store into another place than <c>~/.kd</c>.</summary>
    public const string HomeVariable = "KD_HOME";

    /// <summary>Where it lies.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The store of the person who runs this: <c>~/.kd/store</c>, or in <see cref="HomeVariable"/>.</summary>
    public static PluginStore OfUser() => new(Path.Combine(
        Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home
            ? home
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kd"), "store"));

    /// <summary>Gives the folder of what a project pins, whether it is there or not.</summary>
    /// <param name="pin">From the lock file.</param>
    public string FolderOf(PluginPin pin) => FolderOf(pin.Id, pin.Version, pin.Content);

    /// <summary>Whether a pinned plugin is there; says nothing of its bytes.</summary>
    /// <param name="pin">From the lock file.</param>
    public bool Has(PluginPin pin) => File.Exists(Path.Combine(FolderOf(pin), PluginManifest.FileName));

    /// <summary>Whether a pinned plugin is there with the pinned bytes.</summary>
    /// <param name="pin">From the lock file.</param>
    internal bool IsIntact(PluginPin pin) => Has(pin) && IsIntact(FolderOf(pin), pin);

    /// <summary>Reads the manifests of everything in the store; what cannot be read is passed over.</summary>
    public IEnumerable<PluginManifest> ReadAll()
    {
        if (!Directory.Exists(Folder)) yield break;
        foreach (var manifest in Directory.EnumerateFiles(Folder, PluginManifest.FileName,
            new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 }).Order(StringComparer.Ordinal))
        {
            PluginManifest? read = null;
            try
            {
                read = PluginManifest.Read(Path.GetDirectoryName(manifest)!);
            }
            catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
            {
                // Looked through for a hint only; whoever uses the folder hears what is wrong with it.
            }

            if (read is not null) yield return read;
        }
    }

    /// <summary>Makes an empty folder under a passing name, in the store so that it can be renamed.</summary>
    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, $".new-{Guid.NewGuid():N}")).FullName;

    /// <summary>Gives a finished folder its name; bytes that are there already stay, unless they were changed.</summary>
    /// <returns>Where it lies now.</returns>
    internal string Keep(string finished, PluginPin pin)
    {
        var target = FolderOf(pin);
        if (Directory.Exists(target))
        {
            if (IsIntact(target, pin)) return target;
            // Whoever runs the damaged one keeps its files open: it is moved away first.
            var damaged = Path.Combine(Folder, $".old-{Guid.NewGuid():N}");
            Directory.Move(target, damaged);
            Directory.Delete(damaged, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            Directory.Move(finished, target);
        }
        catch (IOException) when (Directory.Exists(target) && IsIntact(target, pin))
        {
            // Somebody else was faster with the same bytes.
        }

        return target;
    }

    private static bool IsIntact(string folder, PluginPin pin)
    {
        try
        {
            return Directory.Exists(folder) && ContentHash.Of(folder) == pin.Content;
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    private string FolderOf(string id, string version, string content) =>
        Path.Combine(Folder, id.ToLowerInvariant(), PackageVersions.Bare(version).ToLowerInvariant(), ContentHash.Short(content));
}
