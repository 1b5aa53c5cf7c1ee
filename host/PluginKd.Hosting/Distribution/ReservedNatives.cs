namespace PluginKd.Hosting;

/// <summary>Native libraries that only the host brings: a second copy in a process has a state of its own.</summary>
internal static class ReservedNatives
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "kdtorch", "torch", "torch_cpu", "torch_cuda", "torch_global_deps", "torch_python", "c10", "c10_cuda", "LibTorchSharp", "gomp", "iomp5", "omp",
    };

    /// <summary>Whether a file carries a reserved name, such as <c>libtorch_cpu.so.2</c>, <c>c10.dll</c>.</summary>
    /// <param name="path">Relative path with <c>/</c>.</param>
    public static bool Has(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        var isNative = file.EndsWith(".so", StringComparison.OrdinalIgnoreCase) || file.Contains(".so.", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".dylib", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var stem = file.Split('.')[0];
        // "gomp-1d2f3a4b.so": packages rename what they bundle.
        var bare = stem.Split('-')[0];
        return isNative && (Names.Contains(bare) || (bare.StartsWith("lib", StringComparison.OrdinalIgnoreCase) && Names.Contains(bare[3..])));
    }
}
