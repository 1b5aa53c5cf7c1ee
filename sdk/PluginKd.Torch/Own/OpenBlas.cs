using System.Runtime.InteropServices;

namespace PluginKd.Torch;

/// <summary>Asks an OpenBLAS which kernels it took for its matrix products.</summary>
internal static unsafe class OpenBlas
{
    /// <summary>The name of the kernels; null where the library is another.</summary>
    public static string? Kernels(nint library) => NativeLibrary.TryGetExport(library, "openblas_get_corename", out var name)
        ? Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)name)())
        : null;
}
