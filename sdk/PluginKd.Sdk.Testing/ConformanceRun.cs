using Microsoft.Extensions.DependencyInjection;

namespace PluginKd.Sdk.Testing;

/// <summary>One plugin on the bench: makes it anew for every look at it.</summary>
internal sealed class ConformanceRun : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<object, string?> _unsteady = new(ReferenceEqualityComparer.Instance);
    private string? _problem;
    private bool _hasRun;

    public ConformanceRun(ConformanceSubject subject)
    {
        Subject = subject;
        Manifest = new(subject.Plugin);
        Kind = Manifest.Kinds.Count > 0 ? Manifest.Kinds[0] : throw new ArgumentException($"{subject.Plugin.FullName} implements no contract of a plugin.", nameof(subject));
        _services = PluginServices.Of(subject.Plugin.Assembly);
        Samples = subject.Settings.Count > 0 ? [.. subject.Settings] : [Manifest.Settings is null ? null : Activator.CreateInstance(Manifest.Settings)];
    }

    public ConformanceSubject Subject { get; }

    /// <summary>What the manifest tool sees of the class.</summary>
    public Build.OfferedType Manifest { get; }

    public string Kind { get; }

    /// <summary>Settings to check with; one null where there is nothing to set.</summary>
    public IReadOnlyList<object?> Samples { get; }

    /// <summary>Makes the plugin, as the host does.</summary>
    public object Make(object? settings) => PluginServices.Create(_services, Subject.Plugin, settings);

    /// <summary>A host with the subject's files in its folder.</summary>
    public KdTestHost NewHost(long seed = 1)
    {
        var host = new KdTestHost(seed, Kind);
        foreach (var (name, content) in Subject.Files) host.Write(name, content);
        return host;
    }

    /// <summary>Makes the plugin and lets it do its work once.</summary>
    public Exercise Work(object? settings)
    {
        using var host = NewHost();
        return Work(Exercise.For(Kind, Subject), settings, host);
    }

    /// <summary>Lets a new plugin do a given work.</summary>
    public T Work<T>(T exercise, object? settings, KdTestHost host)
        where T : Exercise
    {
        var plugin = Make(settings);
        using var disposable = plugin as IDisposable;
        exercise.Do(plugin, host);
        return exercise;
    }

    /// <summary>Looks at each sample in turn; what is found is told with the settings. Skipped when no sample could be looked at.</summary>
    public string Each(Func<object?, string> look)
    {
        var found = new List<string>();
        Verdict? skipped = null;
        foreach (var settings in Samples)
        {
            using var scope = NewDisposeScope();
            try
            {
                found.Add(look(settings));
            }
            catch (Verdict verdict) when (verdict.Outcome == FactOutcome.Skipped)
            {
                skipped ??= verdict;
            }
            catch (Verdict verdict) when (settings is not null)
            {
                throw new Verdict(FactOutcome.Failed, $"{verdict.Message} (with {Show(settings)})");
            }
        }

        if (found.Count == 0 && skipped is not null) throw skipped;
        return string.Join("; ", found.Where(text => text.Length > 0).Distinct());
    }

    /// <summary>Says why the plugin does no work at all, or null; found out once.</summary>
    public string? Problem()
    {
        if (_hasRun) return _problem;
        _hasRun = true;
        try
        {
            foreach (var settings in Samples) Work(settings);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            _problem = Describe(problem);
        }

        return _problem;
    }

    /// <summary>Says what differs when the same work is done twice, or null; found out once for each sample.</summary>
    public string? Unsteady(object? settings)
    {
        var key = settings ?? Subject;
        if (!_unsteady.TryGetValue(key, out var found)) _unsteady[key] = found = Work(settings).Gave.DifferenceFrom(Work(settings).Gave);
        return found;
    }

    public void Dispose() => _services.Dispose();

    /// <summary>One line about an exception.</summary>
    public static string Describe(Exception problem) => $"{problem.GetType().Name}: {problem.Message.Split('\n')[0]}";

    private static string Show(object settings)
    {
        var text = settings.ToString() ?? "";
        return text.Length <= 200 ? text : text[..199] + "…";
    }
}
