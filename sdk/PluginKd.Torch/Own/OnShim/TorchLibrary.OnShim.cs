using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace PluginKd.Torch;

public static partial class TorchLibrary
{
    internal const string ShimName = "kdtorch";

    private static readonly Lock s_gate = new();
    private static nint s_handle;
    private static bool s_fastestKernels;

    /// <summary>The version of the libtorch that the shim was built against, as "1.13.0".</summary>
    public static unsafe string Version => Marshal.PtrToStringUTF8((nint)Shim.kd_version()) ?? "";

    /// <summary>The file of the shim in this process; empty before it was loaded.</summary>
    public static string ShimPath => MappedFile(static name => name == "libkdtorch.so");

    /// <summary>Tensors that this process holds through the binding; no unit.</summary>
    public static long LiveTensorCount => Shim.kd_live_tensors();

    /// <summary>
    /// Asks OpenBLAS for the fastest kernels that the processor can run, where it would take those of 2004 for a processor that it does not
    /// know. To be called before anything else here: the kernels are chosen once. A choice in OPENBLAS_CORETYPE stays.
    /// </summary>
    /// <remarks>Results then differ in the last digits from those of a PyTorch that runs with OpenBLAS's own choice; so it is not the default.</remarks>
    public static void UseFastestKernels() => s_fastestKernels = true;

    internal static nint Load()
    {
        lock (s_gate)
        {
            if (s_handle == 0)
            {
                Surroundings.Prepare(s_fastestKernels);
                s_handle = LoadShim();
                SetDefaultThreads(s_handle);
            }

            return s_handle;
        }
    }

    private static nint LoadShim()
    {
        var folder = Path.GetDirectoryName(typeof(TorchLibrary).Assembly.Location);
        var tried = new List<string>();
        foreach (var place in new[] { folder, AppContext.BaseDirectory })
        {
            var file = Path.Combine(place ?? "", "libkdtorch.so");
            if (string.IsNullOrEmpty(place) || tried.Contains(file))
                continue;
            tried.Add(file);
            if (File.Exists(file))
                return LoadFile(file);
        }

        throw new TorchLoadException(
            $"libkdtorch.so was not found; looked for {string.Join(" and ", tried)}. It is compiled with this assembly and must lie beside it: "
            + "build sdk/PluginKd.Torch again, with g++ and libtorch's headers there (apt-get install g++ libtorch-dev libopenblas0-openmp).");
    }

    private static nint LoadFile(string file)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            // The first line only says that it failed; the loader's reason stands below it.
            var lines = failure.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            throw new TorchLoadException(
                $"libtorch could not be loaded. Found {file}, but: {lines.ElementAtOrDefault(1) ?? lines[0]}. "
                + "Needed: the libtorch that the shim was built against. On Debian: apt-get install libtorch-dev libopenblas0-openmp; "
                + "elsewhere: set LIBTORCH to an unpacked libtorch (a folder with include/ and lib/) and build again.",
                failure);
        }
    }

    // libtorch itself would start with one thread; a job says otherwise with OMP_NUM_THREADS or torch.set_num_threads.
    private static unsafe void SetDefaultThreads(nint library)
    {
        var set = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "kd_set_threads");
        var asked = Environment.GetEnvironmentVariable("OMP_NUM_THREADS");
        var count = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0
            ? given
            : Environment.ProcessorCount;
        _ = set(count);
    }
}
