using PluginKd.Sdk.Build;

// kd-manifest ASSEMBLY --id ID --version VERSION: writes plugin.json beside the assembly, last and in one piece.
if (args is not [var assembly, "--id", var id, "--version", var version])
{
    await Console.Error.WriteLineAsync("usage: kd-manifest ASSEMBLY --id ID --version VERSION");
    return 2;
}

var plugin = PluginAssembly.Load(Path.GetFullPath(assembly));
var problems = plugin.FindProblems().ToList();
foreach (var problem in problems) await Console.Error.WriteLineAsync($"{Path.GetFileName(assembly)} : error {problem}");
if (problems.Count > 0) return 1;

ManifestWriter.Write(plugin, id, version);
return 0;
