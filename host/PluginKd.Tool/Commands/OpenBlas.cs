using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace PluginKd.Tool.Commands;

/// <summary>Tells which matrix kernels OpenBLAS chose; one that does not know a new processor falls back to those of an old one.</summary>
internal static unsafe class OpenBlas
{
    private const string Oldest = "Prescott";

    /// <summary>Name of the kernels, or null where the BLAS is another.</summary>
    public static string? Kernels { get; } =
        NativeLibrary.TryLoad(TorchLibrary.BlasPath, out var library) && NativeLibrary.TryGetExport(library, "openblas_get_corename", out var name)
            ? Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)name)())
            : null;

    /// <summary>What to type for faster ones, when the processor could run them; the last digits of results then differ.</summary>
    public static string Advice => Kernels != Oldest || !Avx2.IsSupported ? ""
        : $" (OpenBLAS does not know this processor: `export OPENBLAS_CORETYPE={(Avx512F.IsSupported ? "SkylakeX" : "Haswell")}` makes matrix products several times faster)";
}
