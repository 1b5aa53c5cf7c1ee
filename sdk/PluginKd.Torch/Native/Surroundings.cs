using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Native;

/// <summary>What must be in place before libtorch is loaded, since libgomp and the loader read it only then.</summary>
internal static partial class Surroundings
{
    public static void Prepare(bool fastestKernels)
    {
        // libgomp's spinning threads make two threads slower than one. .NET's own setter does not reach libc's getenv.
        const int KeepWhatIsSet = 0;
        _ = setenv("OMP_WAIT_POLICY", "passive", KeepWhatIsSet);
        if (Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } unpacked)
            Preload(Path.Combine(unpacked, "lib"), "libc10.so", "libtorch_cpu.so", "libtorch.so");
        else
            PreloadOpenBlas(Path.Combine(SystemFolder, "openblas-openmp"), fastestKernels);
    }

    // OpenBLAS gives a processor younger than itself the kernels of 2004, several times slower: it is loaded again with better ones named.
    private static void PreloadOpenBlas(string folder, bool fastestKernels)
    {
        const int KeepWhatIsSet = 0;
        const string Oldest = "Prescott";
        if (fastestKernels && Avx2.IsSupported && NativeLibrary.TryLoad(Path.Combine(folder, "libopenblas.so.0"), out var library))
        {
            if (OpenBlas.Kernels(library) == Oldest)
                _ = setenv("OPENBLAS_CORETYPE", Avx512BW.VL.IsSupported ? "SkylakeX" : "Haswell", KeepWhatIsSet);
            NativeLibrary.Free(library);
        }

        Preload(folder, "libopenblas.so.0", "libblas.so.3", "liblapack.so.3");
    }

    // Debian's multiarch folder, "x86_64-linux-gnu" for one.
    private static string SystemFolder => Path.Combine("/usr/lib", RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => "x86_64-linux-gnu",
        Architecture.Arm64 => "aarch64-linux-gnu",
        var other => other + "-linux-gnu",
    });

    // What is loaded first under a name is what libtorch gets; what is missing is left to the loader.
    private static void Preload(string folder, params ReadOnlySpan<string> files)
    {
        foreach (var file in files)
            NativeLibrary.TryLoad(Path.Combine(folder, file), out _);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
