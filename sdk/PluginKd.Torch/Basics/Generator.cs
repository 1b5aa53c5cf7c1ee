using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers with a seed and a state of its own.</summary>
    public sealed unsafe class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>Opens a stream that starts at <paramref name="seed"/>.</summary>
        public Generator(ulong seed = 0, Device? device = null)
            : this(device ?? CPU, 1)
        {
            Shim.Check(Shim.kd_generator_seed(_handle, seed), "torch.Generator");
        }

        private Generator(Device device, int fresh)
        {
            this.device = device;
            nint handle;
            Shim.Check(Shim.kd_generator_open(device.Packed, fresh, &handle), $"generator of {device}");
            _handle = handle;
        }

        /// <summary>Releases what was not disposed.</summary>
        ~Generator() => Release();

        /// <summary>The stream that operators draw from when none is named.</summary>
        public static Generator Default => new(CPU, 0);

        /// <summary>The device whose numbers it draws.</summary>
        public Device device { get; }

        internal nint Handle => _handle != 0 ? _handle : throw new InvalidOperationException("this torch.Generator was disposed");

        /// <summary>Starts the stream again at <paramref name="seed"/>.</summary>
        public Generator manual_seed(long seed)
        {
            Shim.Check(Shim.kd_generator_seed(Handle, (ulong)seed), "Generator.manual_seed");
            return this;
        }

        /// <summary>Starts the stream at a seed that the system draws, and tells it.</summary>
        public long seed()
        {
            ulong drawn;
            Shim.Check(Shim.kd_generator_random_seed(Handle, &drawn), "Generator.seed");
            return (long)drawn;
        }

        /// <summary>The seed that the stream started at.</summary>
        public long initial_seed() => (long)Shim.kd_generator_current_seed(Handle);

        /// <summary>The whole state as a byte tensor, for a checkpoint.</summary>
        public Tensor get_state()
        {
            nint state;
            Shim.Check(Shim.kd_generator_state(Handle, &state), "Generator.get_state");
            return new Tensor(state);
        }

        /// <summary>Continues from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Shim.Check(Shim.kd_generator_set_state(Handle, value.Handle), "Generator.set_state");
            GC.KeepAlive(value);
        }

        /// <inheritdoc />
        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                Shim.kd_generator_release(handle);
        }
    }
}
