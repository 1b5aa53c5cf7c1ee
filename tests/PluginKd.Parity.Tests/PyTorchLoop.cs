using System.Diagnostics;
using System.Text.Json;

namespace PluginKd.Parity.Tests;

/// <summary>The same job as a PyTorch program, where Debian's python3-torch is installed.</summary>
internal static class PyTorchLoop
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Whether the interpreter and its PyTorch are there.</summary>
    public static bool CanRun { get; } = File.Exists(Python) && Directory.Exists("/usr/lib/python3/dist-packages/torch");

    public static async Task<string> WeightsHashAsync(string mode)
    {
        var output = await RunAsync(Python, Path.Combine(Places.Shared!, "bench", "pytorch_kd.py"), "--job", "digits", "--mode", mode, "--threads", "1");
        return JsonDocument.Parse(output).RootElement.GetProperty("weights_sha256").GetString()!;
    }

    private static async Task<string> RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        _ = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output;
    }
}

/// <summary>A fact that needs <c>../shared</c> and PyTorch, to compare with what it computes on the same machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute()
    {
        if (Places.Shared is null) Skip = "needs ../shared, which is not part of the project";
        else if (!PyTorchLoop.CanRun) Skip = "needs Debian's python3-torch (apt-get install python3-torch)";
    }
}
