using System.Diagnostics;

namespace PluginKd.Testing;

/// <summary>What a program said and how it ended.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a .NET program to its end.</summary>
    public static Task<ProcessResult> OfAsync(string assembly, string folder, params string[] arguments) =>
        OfAsync(assembly, folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a .NET program to its end, with environment variables of its own.</summary>
    public static async Task<ProcessResult> OfAsync(string assembly, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(assembly, folder, environment, arguments);
        return await EndAsync(process);
    }

    /// <summary>Runs a line of bash to its end, which sees the arguments as <c>"$@"</c>.</summary>
    public static async Task<ProcessResult> OfShellAsync(string line, string folder, params string[] arguments)
    {
        using var process = StartProgram("bash", folder, new Dictionary<string, string>(), ["-c", line, "bash", .. arguments]);
        return await EndAsync(process);
    }

    private static async Task<ProcessResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a .NET program.</summary>
    public static Process Start(string assembly, string folder, params string[] arguments) => Start(assembly, folder, new Dictionary<string, string>(), arguments);

    private static Process Start(string assembly, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments) =>
        StartProgram("dotnet", folder, environment, ["exec", assembly, .. arguments]);

    private static Process StartProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
