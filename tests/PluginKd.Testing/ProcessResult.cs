using System.Diagnostics;

namespace PluginKd.Testing;

/// <summary>What a program said and how it ended.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a .NET program to its end.</summary>
    public static async Task<ProcessResult> OfAsync(string assembly, string folder, params string[] arguments)
    {
        using var process = Start(assembly, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a .NET program.</summary>
    public static Process Start(string assembly, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return Process.Start(start)!;
    }
}
