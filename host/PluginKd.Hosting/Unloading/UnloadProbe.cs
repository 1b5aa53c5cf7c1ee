using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PluginKd.Hosting;

/// <summary>Loads a package, makes each of its plugins, lets go of everything and looks whether it is gone: so that a host can live long.</summary>
public static class UnloadProbe
{
    private const int MostCollections = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the cycle several times.</summary>
    /// <param name="manifest">The package.</param>
    /// <param name="cycles">How often.</param>
    /// <returns>What was left.</returns>
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
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        Collect(contexts);
        return new UnloadReport(cycles, contexts.Count(context => context.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseOnce(PluginManifest manifest)
    {
        using var loader = new PluginLoader(isCollectible: true);
        foreach (var provided in manifest.Provides)
        {
            // What needs a setting to be made is only loaded.
            var settings = loader.TypeOf(provided).GetCustomAttribute<KdPluginAttribute>()!.Settings;
            if (settings is not null && settings.GetProperties().Any(property => property.IsDefined(typeof(RequiredMemberAttribute)))) continue;
            loader.Create(provided, settings is null ? null : Activator.CreateInstance(settings));
        }

        return loader.Unload(manifest);
    }

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
public sealed record UnloadReport(int Cycles, int Held);
