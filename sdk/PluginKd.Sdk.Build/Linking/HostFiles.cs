namespace PluginKd.Sdk.Build.Linking;

/// <summary>What the host brings, one copy for all: none of it may lie in a plugin's folder.</summary>
internal static class HostFiles
{
    /// <summary>Assemblies that host and plugins must agree on, because their types cross the border.</summary>
    public static IReadOnlySet<string> SharedAssemblies { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "PluginKd.Sdk",
        "PluginKd.Torch",
        "TorchSharp",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
    };

    private static readonly string[] Whole = ["torch", "c10", "kdtorch", "LibTorchSharp"];

    // NVIDIA's names carry versions: cudart64_110, nvrtc-builtins.
    private static readonly string[] Starts = ["torch_", "c10_", "cudart", "cublas", "cudnn", "cufft", "curand", "cusparse", "cusolver", "nvrtc", "nccl"];

    /// <summary>Tells whether a native library is one that must be in a process once only: libtorch and its family.</summary>
    /// <param name="name">A name as code asks for it, or a file: <c>torch_cpu</c>, <c>libc10.so.1</c>.</param>
    public static bool IsReservedNative(string name)
    {
        var plain = NativeName(name);
        return Whole.Contains(plain, StringComparer.OrdinalIgnoreCase) || Starts.Any(start => plain.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes folder, <c>lib</c> and ending off the name of a native library.</summary>
    public static string NativeName(string name)
    {
        var file = Path.GetFileName(name);
        foreach (var ending in new[] { ".so", ".dll", ".dylib" })
            if (file.IndexOf(ending, StringComparison.OrdinalIgnoreCase) is > 0 and var at) file = file[..at];
        var dash = file.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0) file = file[..dash];
        return file.StartsWith("lib", StringComparison.OrdinalIgnoreCase) && !file.StartsWith("LibTorchSharp", StringComparison.OrdinalIgnoreCase) ? file[3..] : file;
    }

    /// <summary>Tells whether a file of a plugin's folder is a native library by its name.</summary>
    public static bool IsNativeFile(string file) =>
        file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal) || file.EndsWith(".dylib", StringComparison.Ordinal)
        || file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
