using PluginKd.Sdk.Build;

// kd-manifest ASSEMBLY --id ID --version VERSION: writes plugin.json beside the assembly, last and in one piece.
if (args is not [var assembly, "--id", var id, "--version", var version])
{
    await Console.Error.WriteLineAsync("usage: kd-manifest ASSEMBLY --id ID --version VERSION");
    return 2;
}

try
{
    var plugin = PluginAssembly.Load(Path.GetFullPath(assembly));
    var problems = plugin.FindProblems().ToList();
    foreach (var problem in problems) await Console.Error.WriteLineAsync($"{Path.GetFileName(assembly)} : error {problem}");
    if (problems.Count > 0) return 1;

    ManifestWriter.Write(plugin, id, version);
    return 0;
}
catch (Exception error) when (error is not OutOfMemoryException)
{
    // Whatever the plugin's own code or a file does here, the build says one line and shows no stack.
    var cause = error is System.Reflection.ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : error.InnerException ?? error;
    await Console.Error.WriteLineAsync($"{Path.GetFileName(assembly)} : error KD1998: the plugin cannot be described: {cause.GetType().Name}: {cause.Message.Split('\n')[0]} "
        + "Look whether all that it needs lies in its folder, and at what its settings do when they are made.");
    return 1;
}
