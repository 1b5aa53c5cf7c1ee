using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Loads libtorch and tells which one it was, so that a program can say what it runs on.</summary>
public static partial class TorchLibrary
{
    internal const string ShimName = "kdtorch";

    private static readonly Lock s_gate = new();
    private static nint s_handle;

    /// <summary>The version of the libtorch that the shim was built against, as "1.13.0".</summary>
    public static unsafe string Version => Marshal.PtrToStringUTF8((nint)Shim.kd_version()) ?? "";

    /// <summary>The file of the shim in this process; empty before it was loaded.</summary>
    public static string ShimPath => MappedFile(static name => name == "libkdtorch.so");

    /// <summary>The file of libtorch in this process; empty before it was loaded.</summary>
    public static string LibTorchPath => MappedFile(static name => name.StartsWith("libtorch_cpu.so", StringComparison.Ordinal));

    /// <summary>The file that does the matrix products (OpenBLAS, MKL, reference BLAS); empty where libtorch has one built in.</summary>
    public static string BlasPath
    {
        get
        {
            // libblas is a door to whichever library is installed: name what stands behind it where that is known.
            foreach (var start in new[] { "libopenblas", "libmkl_rt", "libblas" })
            {
                var file = MappedFile(name => name.StartsWith(start, StringComparison.Ordinal));
                if (file.Length > 0)
                    return file;
            }

            return "";
        }
    }

    /// <summary>Tensors that this process holds through the binding; no unit.</summary>
    public static long LiveTensorCount => Shim.kd_live_tensors();

    /// <summary>Loads libtorch if it is not loaded yet.</summary>
    /// <param name="error">What was found, what is needed and what to do; null where it went well.</param>
    /// <returns>Whether libtorch can be used.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the loader says goes into the error text.")]
    public static bool TryLoad([NotNullWhen(false)] out string? error)
    {
        try
        {
            Load();
            error = null;
            return true;
        }
        catch (Exception failure)
        {
            error = failure.Message;
            return false;
        }
    }

    internal static nint Load()
    {
        lock (s_gate)
        {
            if (s_handle == 0)
            {
                Surroundings.Prepare();
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

    private static string MappedFile(Func<string, bool> wanted)
    {
        const string Maps = "/proc/self/maps";
        if (!File.Exists(Maps))
            return "";
        foreach (var line in File.ReadLines(Maps))
        {
            var at = line.IndexOf('/', StringComparison.Ordinal);
            if (at >= 0 && wanted(Path.GetFileName(line[at..])))
                return line[at..];
        }

        return "";
    }
}
