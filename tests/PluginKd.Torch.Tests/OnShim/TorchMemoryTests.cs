using System.Runtime.Loader;

namespace PluginKd.Torch.Tests;

public sealed class TorchMemoryTests
{
    [Fact]
    public void Ten_thousand_steps_leave_nothing_behind()
    {
        using var net = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2));
        using var optimizer = optim.Adam(net.parameters());
        Train(10);
        var before = Settled();
        Train(10_000);
        Assert.Equal(before, Settled());

        void Train(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                using var scope = NewDisposeScope();
                net.zero_grad();
                nn.functional.mse_loss(net.call(ones(4, 8)), zeros(4, 2)).backward();
                optimizer.step();
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(5_000_000)]
    public void Bytes_are_counted_and_given_back(int length)
    {
        var before = Settled();
        using (ones(length, dtype: uint8))
        {
            var held = TorchMemory.Statistics;
            Assert.Equal(before.LiveTensors + 1, held.LiveTensors);
            Assert.InRange(held.Bytes - before.Bytes, length, Math.Max(64, length * 2));
        }

        Assert.Equal(before, Settled());
    }

    [Fact]
    public void Kept_blocks_serve_again_and_can_be_released()
    {
        TorchMemory.Release();
        zeros(1 << 22).Dispose();
        Assert.Equal(1L << 24, TorchMemory.Statistics.KeptBytes);
        using (ones(1 << 22))
            Assert.Equal(0, TorchMemory.Statistics.KeptBytes);
        TorchMemory.Release();
        Assert.Equal(0, TorchMemory.Statistics.KeptBytes);
    }

    [Fact]
    public void A_tensor_too_large_says_so()
    {
        var error = Assert.Throws<TorchOutOfMemoryException>(() => empty(1L << 60, dtype: uint8));
        Assert.Contains("you tried to allocate 1152921504606846976 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Collections_free_large_tensors_before_memory_runs_out()
    {
        var start = Settled();
        long most = 0;
        for (var i = 0; i < 3000; i++)
        {
            _ = ones(1 << 20, dtype: uint8);
            most = Math.Max(most, TorchMemory.Statistics.Bytes);
        }

        Assert.InRange(most - start.Bytes, 1, 2L << 30);
        Assert.Equal(start.LiveTensors, Settled().LiveTensors);
    }

    [Fact]
    public void Eight_threads_and_forced_collections_lose_nothing()
    {
        var start = Settled();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, Work);
        Assert.Equal(start.LiveTensors, Settled().LiveTensors);

        static void Work(int seed)
        {
            for (var i = 0; i < 300; i++)
            {
                var kept = ones(50 * (seed + 1));
                using (NewDisposeScope())
                    Assert.Equal(100.0 * (seed + 1), (kept + kept).sum().ToDouble());
                // Every third is left to the collector, so that its thread frees what another made.
                if (i % 3 != 0)
                    kept.Dispose();
                if (i % 50 == 0)
                    GC.Collect(1);
            }
        }
    }

    [Fact]
    public void A_collectible_context_shares_the_hosts_binding()
    {
        var unloaded = LoadAndRun();
        for (var i = 0; i < 20 && unloaded.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(unloaded.IsAlive);
    }

    // As a plugin is loaded: its own assembly in its own context, the binding from the host.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndRun()
    {
        var context = new AssemblyLoadContext("plugin", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(TorchMemoryTests).Assembly.Location);
        var type = copy.GetType(typeof(TorchMemoryTests).FullName!, throwOnError: true)!;
        Assert.NotSame(typeof(TorchMemoryTests), type);
        using var made = (Tensor)type.GetMethod(nameof(MadeInside))!.Invoke(null, null)!;
        Assert.Equal([2f, 2], made.data<float>().ToArray());
        context.Unload();
        return new WeakReference(context);
    }

    /// <summary>What the copy in the other context gives: a tensor of the host's type, or the cast above fails.</summary>
    public static Tensor MadeInside() => ones(2) + 1;

    private static MemoryStatistics Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return statistics() with { KeptBytes = 0 };
    }
}
