using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Modes, threads, devices, generators and optimiser steps.</summary>
internal static unsafe partial class Shim
{
    [LibraryImport(Library)]
    public static partial int kd_grad_mode();

    [LibraryImport(Library)]
    public static partial void kd_set_grad_mode(int enabled);

    [LibraryImport(Library)]
    public static partial int kd_inference_mode();

    [LibraryImport(Library)]
    public static partial nint kd_enter_inference(int enabled);

    [LibraryImport(Library)]
    public static partial void kd_leave_inference(nint guard);

    [LibraryImport(Library)]
    public static partial int kd_threads();

    [LibraryImport(Library)]
    public static partial int kd_set_threads(int count);

    [LibraryImport(Library)]
    public static partial int kd_interop_threads();

    [LibraryImport(Library)]
    public static partial int kd_set_interop_threads(int count);

    [LibraryImport(Library)]
    public static partial int kd_has_cuda();

    [LibraryImport(Library)]
    public static partial int kd_cuda_devices();

    [LibraryImport(Library)]
    public static partial int kd_cuda_synchronize(int index);

    [LibraryImport(Library)]
    public static partial int kd_default_dtype();

    [LibraryImport(Library)]
    public static partial int kd_set_default_dtype(int type);

    [LibraryImport(Library)]
    public static partial long kd_storage_offset(nint tensor);

    [LibraryImport(Library)]
    public static partial int kd_seed_all(ulong seed);

    [LibraryImport(Library)]
    public static partial int kd_generator_open(long device, int fresh, nint* handle);

    [LibraryImport(Library)]
    public static partial void kd_generator_release(nint handle);

    [LibraryImport(Library)]
    public static partial int kd_generator_seed(nint handle, ulong seed);

    [LibraryImport(Library)]
    public static partial int kd_generator_random_seed(nint handle, ulong* seed);

    [LibraryImport(Library)]
    public static partial ulong kd_generator_current_seed(nint handle);

    [LibraryImport(Library)]
    public static partial int kd_generator_state(nint handle, nint* state);

    [LibraryImport(Library)]
    public static partial int kd_generator_set_state(nint handle, nint state);

    [LibraryImport(Library)]
    public static partial int kd_sgd_step(
        Slot* slots, int count, double rate, double momentum, double dampening, double weightDecay, int nesterov, int maximize);

    [LibraryImport(Library)]
    public static partial int kd_adam_step(
        Slot* slots, int count, double rate, double beta1, double beta2, double epsilon, double weightDecay, int decoupled, int maximize);

    [LibraryImport(Library)]
    public static partial int kd_zero_grads(nint* parameters, int count, int setToNone);
}
