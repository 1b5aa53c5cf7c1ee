using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PluginKd.Hosting;

/// <summary>Runs <c>dotnet …</c>, which knows the feeds of a folder with their credentials and proxies.</summary>
internal static partial class DotnetCommand
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Working folder; its nuget.config counts.</param>
    /// <param name="arguments">Such as <c>restore</c>.</param>
    /// <returns>Exit code and both outputs, without the secrets of addresses.</returns>
    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Its words are read by a program.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Start(start);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, WithoutSecrets(output + error.Result));
    }

    /// <summary>Takes user names, passwords and queries out of addresses.</summary>
    public static string WithoutSecrets(string text) => Query().Replace(UserInfo().Replace(text, "$1"), "$1");

    // The one that runs this program, if it is a dotnet; else the one on the PATH.
    private static string Host =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UserErrorException($"'{start.FileName}' cannot be started: {error.Message}", "the .NET SDK, which fetches packages", "PATH",
                "install the .NET 10 SDK and put dotnet on the PATH", error);
        }
    }

    [GeneratedRegex(@"(https?://)[^/\s@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(https?://[^\s?'""]+)\?[^\s'""]*", RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
