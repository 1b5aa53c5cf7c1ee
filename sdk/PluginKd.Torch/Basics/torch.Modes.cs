using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records no gradients on this thread until disposed. No await inside.</summary>
    public static IDisposable no_grad() => new GradGuard(false);

    /// <summary>Records gradients on this thread, or not, until disposed. No await inside.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradGuard(enabled);

    /// <summary>Records gradients on this thread, or not, until disposed. No await inside.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradGuard(mode);

    /// <summary>
    /// As <see cref="no_grad"/>, and cheaper: the tensors made inside can never take part in recording. No await inside.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceGuard(mode);

    /// <summary>Whether this thread records gradients.</summary>
    public static bool is_grad_enabled() => Shim.kd_grad_mode() != 0;

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => Shim.kd_inference_mode() != 0;

    /// <summary>Sets how many threads an operator may use.</summary>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Shim.Check(Shim.kd_set_threads(num), "torch.set_num_threads");
    }

    /// <summary>How many threads an operator may use.</summary>
    public static int get_num_threads() => Shim.kd_threads();

    /// <summary>Sets how many operators may run side by side; only before the first does.</summary>
    public static void set_num_interop_threads(int num) =>
        Shim.Check(Shim.kd_set_interop_threads(num), "torch.set_num_interop_threads");

    /// <summary>How many operators may run side by side.</summary>
    public static int get_num_interop_threads() => Shim.kd_interop_threads();

    /// <summary>Whether this libtorch can use an NVIDIA GPU here.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>NVIDIA GPUs.</summary>
    public static class cuda
    {
        /// <summary>Whether this libtorch can use an NVIDIA GPU here.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many NVIDIA GPUs this libtorch can use.</summary>
        public static int device_count() => Shim.kd_cuda_devices();

        /// <summary>Waits until the GPU has done all that it was given.</summary>
        public static void synchronize(Device? device = null) =>
            Shim.Check(Shim.kd_cuda_synchronize(device?.index ?? -1), "torch.cuda.synchronize");

        /// <inheritdoc cref="torch.manual_seed(long)" />
        public static void manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.manual_seed(long)" />
        public static void manual_seed_all(long seed) => torch.manual_seed(seed);
    }

    private sealed class GradGuard : IDisposable
    {
        private readonly OwnThread _thread = OwnThread.Current;
        private readonly int _before = Shim.kd_grad_mode();
        private bool _ended;

        public GradGuard(bool enabled) => Shim.kd_set_grad_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (_ended)
                return;
            _thread.Check("A gradient mode (no_grad, enable_grad)");
            _ended = true;
            Shim.kd_set_grad_mode(_before);
        }
    }

    private sealed class InferenceGuard(bool enabled) : IDisposable
    {
        private readonly OwnThread _thread = OwnThread.Current;
        private nint _guard = Shim.kd_enter_inference(enabled ? 1 : 0);

        public void Dispose()
        {
            if (_guard == 0)
                return;
            _thread.Check("An inference mode");
            Shim.kd_leave_inference(_guard);
            _guard = 0;
        }
    }
}
