using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PluginKd.Hosting;

/// <summary>Loads a package, lets each of its plugins work, lets go of everything and looks whether it is gone: so that a host can live long.</summary>
public static class UnloadProbe
{
    private const int MostCollections = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the cycle several times.</summary>
    /// <param name="manifest">The package.</param>
    /// <param name="cycles">How often.</param>
    /// <param name="use">Given a plugin's class and what makes it from settings: makes it and lets it work; says why it could not, or null.</param>
    /// <param name="longestWork">How long a plugin may work; a minute when not given.</param>
    /// <returns>What was left.</returns>
    /// <exception cref="UserErrorException">The package cannot be loaded at all, or a plugin of it does not return.</exception>
    public static UnloadReport Run(PluginManifest manifest, int cycles, Func<Type, Func<object?, object>, string?> use, TimeSpan? longestWork = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(use);
        var contexts = new List<WeakReference>();
        var remarks = new SortedSet<string>(StringComparer.Ordinal);
        var longest = longestWork ?? TimeSpan.FromMinutes(1);
        var working = "";
        Exception? failure = null;
        // A thread of its own: no local of a caller's frame can hold the context.
        var thread = new Thread(() =>
        {
            try
            {
                for (var i = 0; i < cycles; i++)
                {
                    contexts.Add(UseOnce(manifest, use, remarks, name => Volatile.Write(ref working, name)));
                    if (i == 0) Collect(contexts);
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.IsBackground = true;
        thread.Start();
        while (Volatile.Read(ref working) is var before && !thread.Join(longest))
            if (before.Length > 0 && ReferenceEquals(before, Volatile.Read(ref working))) throw NeverReturns(manifest, before, longest);
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        Collect(contexts);
        return new UnloadReport(cycles, contexts.Count(context => context.IsAlive), [.. remarks]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseOnce(PluginManifest manifest, Func<Type, Func<object?, object>, string?> use, SortedSet<string> remarks, Action<string> working)
    {
        using var loader = new PluginLoader(isCollectible: true);
        foreach (var provided in manifest.Provides)
        {
            // A text of its own each time: the watcher tells turns apart by it.
            working($"{provided.Kind} '{provided.Id}'");
            if (use(loader.TypeOf(provided), settings => loader.Create(provided, settings)) is { } remark) remarks.Add($"{provided.Kind} '{provided.Id}': {remark}");
        }

        return loader.Unload(manifest);
    }

    private static UserErrorException NeverReturns(PluginManifest manifest, string plugin, TimeSpan longest) =>
        new($"{plugin} of plugin '{manifest.Id}' {manifest.Version} does not return", $"work on a handful of examples within {longest.TotalSeconds:0.#} s", manifest.Folder,
            "look for a wait without an end, or for work that ignores StageContext.Cancellation")
        {
            Kind = UserErrorKind.Plugin,
            Why = "what still works cannot be unloaded",
        };

    private static void Collect(List<WeakReference> contexts)
    {
        FrameworkCaches.Clear();
        AwaitThreadPool();
        for (var i = 0; i < MostCollections && contexts.Exists(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    // A container that was asked twice compiles its answers on the thread pool, and what waits there holds the plugin's types.
    private static void AwaitThreadPool()
    {
        var turn = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(static state => ((ManualResetEventSlim)state!).Set(), turn);
        turn.Wait(Patience);
    }
}

/// <summary>What came of loading and unloading a package several times.</summary>
/// <param name="Cycles">How often it was loaded.</param>
/// <param name="Held">How many of the loads are still in memory.</param>
/// <param name="Remarks">Plugins that were loaded and not let work, with the reason.</param>
public sealed record UnloadReport(int Cycles, int Held, IReadOnlyList<string> Remarks);
