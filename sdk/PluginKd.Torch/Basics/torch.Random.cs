using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default streams of all devices; the numbers that follow are PyTorch's for the same seed.</summary>
    public static Generator manual_seed(long seed)
    {
        Shim.Check(Shim.kd_seed_all((ulong)seed), "torch.manual_seed");
        return Generator.Default;
    }

    /// <summary>Seeds the default stream with a number that the system draws, and tells it.</summary>
    public static long seed()
    {
        using var generator = Generator.Default;
        return generator.seed();
    }

    /// <summary>The seed that the default stream started at.</summary>
    public static long initial_seed()
    {
        using var generator = Generator.Default;
        return generator.initial_seed();
    }

    /// <summary>The state of the default stream as a byte tensor.</summary>
    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    /// <summary>Continues the default stream from a state that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    /// <summary>The default stream's functions under PyTorch's second name.</summary>
    public static class random
    {
        /// <inheritdoc cref="torch.manual_seed(long)" />
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.seed()" />
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed()" />
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.get_rng_state" />
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state(Tensor)" />
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
