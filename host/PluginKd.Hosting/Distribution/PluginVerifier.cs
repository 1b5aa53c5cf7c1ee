namespace PluginKd.Hosting;

/// <summary>Hashes everything again that may run in a project.</summary>
public static class PluginVerifier
{
    /// <summary>Holds what is pinned, and what lies in <c>.kd/plugins</c>, against the lock file; and what came with the host against its manifests.</summary>
    /// <param name="catalog">Discovered without development paths, which nothing pins.</param>
    public static IReadOnlyList<VerifiedPlugin> Verify(PluginCatalog catalog)
    {
        // One that an earlier root hides is not what runs; what the lock file pins is looked at all the same.
        var hidden = catalog.Shadowed.Select(s => s.Hidden).Where(p => p.Root?.Kind is PluginRootKind.Project or PluginRootKind.Store);
        var found = catalog.Packages.Concat(hidden).Select(State).ToList();
        found.AddRange(catalog.Missing.Select(pin => new VerifiedPlugin(pin.Id, pin.Version, PluginState.Missing, null,
            "it is pinned, and not in the store or damaged there: type dotnet kd plugins restore")));
        return [.. found.OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private static VerifiedPlugin State(PluginManifest manifest)
    {
        VerifiedPlugin Of(PluginState state, string remark) => new(manifest.Id, manifest.Version, state, manifest, remark);
        try
        {
            if (!PluginPinning.IsPinned(manifest)) return Of(PluginState.NotPinned, $"nothing pins it: type dotnet kd plugins add {Words.Typed(manifest.Folder)}");
            PluginPinning.Require(manifest);
            return PluginPinning.ChangedFiles(manifest) is [_, ..] changed
                ? Of(PluginState.Changed, $"changed: {string.Join(", ", changed)}")
                : Of(PluginState.Ok, manifest.Root!.Describe());
        }
        catch (UserErrorException error)
        {
            return Of(PluginState.Changed, $"{error.Found.Replace($"plugin '{manifest.Id}' {manifest.Version} ", "", StringComparison.Ordinal)}; expected: {error.Expected}; next: {error.Fix}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Of(PluginState.Changed, $"it cannot be read: {error.Message}");
        }
    }
}

/// <summary>How a plugin stands to what pins it.</summary>
public enum PluginState
{
    /// <summary>The same bytes.</summary>
    Ok,

    /// <summary>Other bytes.</summary>
    Changed,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>There, and nothing pins it.</summary>
    NotPinned,
}

/// <summary>One plugin, hashed again.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="State">How it stands to what pins it.</param>
/// <param name="Manifest">The plugin, when it is there.</param>
/// <param name="Remark">Where it lies, or what is wrong and what to type.</param>
public sealed record VerifiedPlugin(string Id, string Version, PluginState State, PluginManifest? Manifest, string Remark);
