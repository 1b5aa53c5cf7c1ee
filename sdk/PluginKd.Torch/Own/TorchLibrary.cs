using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace PluginKd.Torch;

/// <summary>Loads libtorch and tells which one it was, so that a program can say what it runs on.</summary>
public static partial class TorchLibrary
{
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

    /// <summary>The kernels that OpenBLAS took for this processor, as "SkylakeX"; null where the BLAS is another.</summary>
    /// <remarks>
    /// The last digits of results depend on them. The environment variable OPENBLAS_CORETYPE chooses others before the start.
    /// </remarks>
    public static string? BlasKernels => NativeLibrary.TryLoad(BlasPath, out var library) ? OpenBlas.Kernels(library) : null;

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
