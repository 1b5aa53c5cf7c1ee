using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Work over many tensors in one call, the memory they lie in, and what work costs.</summary>
internal static unsafe partial class Shim
{
    [LibraryImport(Library)]
    public static partial int kd_gather_rows(nint index, nint* sources, int count, nint* results);

    [LibraryImport(Library)]
    public static partial int kd_clip_norm(nint* parameters, int count, double most, double kind, double* total);

    [LibraryImport(Library)]
    public static partial void kd_memory(long* inUse, long* kept);

    [LibraryImport(Library)]
    public static partial void kd_memory_release();

    [LibraryImport(Library)]
    public static partial int kd_flops_start();

    [LibraryImport(Library)]
    public static partial long kd_flops_stop();
}
