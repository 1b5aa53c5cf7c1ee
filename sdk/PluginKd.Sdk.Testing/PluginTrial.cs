namespace PluginKd.Sdk.Testing;

/// <summary>Lets a plugin do its work once on tiny data, as a host would: for tools that want it to have worked, whatever it is.</summary>
public static class PluginTrial
{
    /// <summary>Makes a plugin and lets it work; what it gives is thrown away.</summary>
    /// <param name="plugin">The plugin's class.</param>
    /// <param name="make">Makes it from its settings, null where it has none.</param>
    /// <returns>Why it could not be tried: it needs a setting that only a person has, or it refused what it was given. Null when it worked.</returns>
    /// <exception cref="ArgumentException">The class is no plugin.</exception>
    public static string? Run(Type plugin, Func<object?, object> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var offered = new Build.OfferedType(plugin);
        var kind = offered.Kinds.Count > 0 ? offered.Kinds[0] : throw new ArgumentException($"{plugin.FullName} implements no contract of a plugin.", nameof(plugin));
        string? refused = null;
        // Selectors, augmenters and teachers do not say which inputs they take.
        foreach (var modality in Enum.GetValues<Modality>())
        {
            var settings = TinySettings.Make(offered.Settings, modality, out var missing);
            if (missing is not null) return $"it needs \"{SettingNames.Of(missing)}\"";
            var instance = make(settings);
            using var host = new KdTestHost(stage: kind);
            try
            {
                Exercise.For(kind, new ConformanceSubject { Plugin = plugin, Modality = modality }).Do(instance, host);
                return null;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // Only the text: an exception of the plugin's own class would hold its code.
                refused ??= ConformanceRun.Describe(error);
            }
        }

        return refused;
    }
}
