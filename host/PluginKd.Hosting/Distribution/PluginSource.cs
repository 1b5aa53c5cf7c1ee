namespace PluginKd.Hosting;

/// <summary>Builds a plugin from its source, where a command is given that instead of a built folder.</summary>
public static class PluginSource
{
    /// <summary>Finds the folder of a plugin.</summary>
    /// <param name="path">A built plugin's folder, a <c>.cs</c> file, a project file, or a folder with one project.</param>
    /// <returns>The folder with <c>plugin.json</c>; the path itself where there is nothing to build.</returns>
    /// <exception cref="UserErrorException">The build failed; with the compiler's words.</exception>
    public static string FolderOf(string path)
    {
        if (File.Exists(Path.Combine(path, PluginManifest.FileName)) || SourceAt(path) is not { } source) return path;
        var (exitCode, output) = DotnetCommand.Run(Path.GetDirectoryName(source)!, "build", source, "-c", "Release", "--nologo", "-t:Build", "-getProperty:TargetDir");
        if (exitCode != 0)
            throw new UserErrorException($"'{path}' does not build:\n{Errors(output)}", "source that builds", source, $"mend it, and look again: dotnet build {Path.GetFileName(source)}");
        return output.Split('\n').Select(line => line.Trim()).First(Directory.Exists);
    }

    private static string? SourceAt(string path) =>
        File.Exists(path) && Path.GetExtension(path) is ".cs" or ".csproj" ? Path.GetFullPath(path)
        : Directory.Exists(path) && Directory.GetFiles(path, "*.csproj") is [var project] ? Path.GetFullPath(project)
        : null;

    private static string Errors(string output)
    {
        const int Most = 10;
        var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => "    " + line.Trim()).Distinct().ToList();
        return errors.Count == 0 ? "    " + output.Trim().ReplaceLineEndings("\n    ") : string.Join('\n', errors.Take(Most));
    }
}
