using System.Diagnostics;
using System.Text.Json;

namespace PluginKd.Benchmarks;

/// <summary>Runs one side of a comparison in a process of its own and reads the JSON line it ends with.</summary>
internal static class Peer
{
    /// <summary>Debian's Python, or the one that KDTORCH_BENCH_PYTHON names, as one whose PyTorch computes on a GPU.</summary>
    private static string Interpreter { get; } = Environment.GetEnvironmentVariable("KDTORCH_BENCH_PYTHON") ?? "/usr/bin/python3";

    /// <summary>Whether Python has PyTorch; asked once.</summary>
    public static bool HasPython { get; } = File.Exists(Interpreter) && Exit("-c", "import torch") == 0;

    public static JsonElement Python(params string[] arguments) => Run(Interpreter, arguments);

    public static JsonElement Ours(params string[] arguments) => Run("dotnet", [typeof(Peer).Assembly.Location, .. arguments]);

    public static double Number(this JsonElement report, string name) => report.GetProperty(name).GetDouble();

    /// <summary>How Python ends when it is called so.</summary>
    public static int Exit(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Interpreter, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static JsonElement Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
