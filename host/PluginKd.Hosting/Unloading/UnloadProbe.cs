using System.Runtime.CompilerServices;

namespace PluginKd.Hosting;

/// <summary>Loads a package, makes each of its plugins, lets go of everything and looks whether it is gone: so that a host can live long.</summary>
public static class UnloadProbe
{
    private const int MostCollections = 12;

    /// <summary>Runs the cycle several times.</summary>
    /// <param name="manifest">The package.</param>
    /// <param name="cycles">How often.</param>
    /// <returns>What was left, and what probably holds it.</returns>
    /// <exception cref="UserErrorException">The package cannot be loaded at all.</exception>
    public static UnloadReport Run(PluginManifest manifest, int cycles)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var contexts = new List<WeakReference>();
        Exception? failure = null;
        // A thread of its own: no local of a caller's frame can hold the context.
        var thread = new Thread(() =>
        {
            try
            {
                for (var i = 0; i < cycles; i++)
                {
                    contexts.Add(UseOnce(manifest));
                    if (i == 0) Collect(contexts);
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        Collect(contexts);
        var held = contexts.Count(context => context.IsAlive);
        return new UnloadReport(cycles, held, held == 0 ? [] : HolderFinder.Find(contexts.First(context => context.IsAlive)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseOnce(PluginManifest manifest)
    {
        using var loader = new PluginLoader(isCollectible: true);
        foreach (var provided in manifest.Provides)
        {
            if (loader.TypeOf(provided) is var type && type.GetConstructors() is [var constructor] && PluginFactory.Defaults(constructor, provided) is { } settings)
                (loader.Create(provided, settings.Value) as IDisposable)?.Dispose();
        }

        return loader.Unload(manifest);
    }

    private static void Collect(List<WeakReference> contexts)
    {
        FrameworkCaches.Clear();
        for (var i = 0; i < MostCollections && contexts.Exists(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}

/// <summary>What came of loading and unloading a package several times.</summary>
/// <param name="Cycles">How often it was loaded.</param>
/// <param name="Held">How many of the loads are still in memory.</param>
/// <param name="Holders">What probably holds them, a sentence each; empty when nothing does or nobody knows.</param>
public sealed record UnloadReport(int Cycles, int Held, IReadOnlyList<string> Holders);
