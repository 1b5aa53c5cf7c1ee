using System.Runtime.InteropServices;
using PluginKd.Sdk.Build.Linking;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Answers plugins that ask for libtorch or its family with what the host has loaded, whatever lies in their folder.</summary>
internal static class SharedNatives
{
    /// <summary>Gets the host's handle for a reserved name.</summary>
    /// <exception cref="DllNotFoundException">The name is reserved, and the host's libtorch has no such library.</exception>
    public static bool TryGet(string name, out nint handle)
    {
        handle = 0;
        if (!HostFiles.IsReservedNative(name)) return false;
        if (!TorchLibrary.TryLoad(out var error)) throw new DllNotFoundException(error);
        var wanted = HostFiles.NativeName(name);
        var file = File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/', StringComparison.Ordinal) is > 0 and var at ? line[at..] : "")
            .FirstOrDefault(path => path.Length > 0 && HostFiles.IsNativeFile(path) && HostFiles.NativeName(path).Equals(wanted, StringComparison.OrdinalIgnoreCase));
        handle = file is null ? throw new DllNotFoundException($"'{name}' is reserved for the host's libtorch, which has no such library") : NativeLibrary.Load(file);
        return true;
    }
}
