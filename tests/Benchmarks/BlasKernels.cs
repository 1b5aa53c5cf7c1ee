using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace PluginKd.Benchmarks;

/// <summary>Which matrix kernels OpenBLAS took, and which it could take: it falls back to those of 2004 on processors younger than itself.</summary>
internal static class BlasKernels
{
    private const string Wish = "OPENBLAS_CORETYPE";

    /// <summary>The kernels of this process; empty where the library is another.</summary>
    public static string Taken
    {
        get
        {
            using var first = torch.ones(1);
            return NativeLibrary.TryLoad("libopenblas.so.0", out var library) && NativeLibrary.TryGetExport(library, "openblas_get_corename", out var name)
                ? Marshal.PtrToStringUTF8(Name(name)) ?? ""
                : "";
        }
    }

    /// <summary>Better ones that this processor can run; null where the choice was good, or was made by the caller.</summary>
    public static string? Better => Environment.GetEnvironmentVariable(Wish) is null && Taken is "Prescott"
        ? Avx512F.IsSupported ? "SkylakeX" : Avx2.IsSupported ? "Haswell" : null
        : null;

    /// <summary>Processes started from now on, of both sides, take these; null leaves the choice to OpenBLAS.</summary>
    public static void Ask(string? kernels) => Environment.SetEnvironmentVariable(Wish, kernels);

    private static unsafe nint Name(nint function) => ((delegate* unmanaged<nint>)function)();
}
