using System.Text.Json;
using System.Text.Json.Nodes;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Reads which model the network of an earlier run is of, as <see cref="NetworkFile"/> wrote it, so that a pipeline need not say it again.</summary>
internal static class SavedModel
{
    /// <summary>Reads the model, as it would stand in a pipeline file.</summary>
    /// <param name="file">The network's file.</param>
    /// <param name="place">Place in the pipeline where the model goes.</param>
    /// <param name="catalog">Plugins that are present.</param>
    /// <param name="runs">Earlier runs, for the message.</param>
    /// <exception cref="UserErrorException">There is no such file, it is damaged or of no single model, or the model's plugin is not present.</exception>
    public static JsonObject Of(string file, string place, PluginCatalog catalog, NamedRuns runs)
    {
        if (Path.GetDirectoryName(file) is { } run && !Directory.Exists(run))
            throw new UserErrorException($"there is no run '{run}'", $"the name of a run, its folder, or {NamedRuns.Latest}; the newest runs are: {runs.Newest}", place,
                "correct the run; a path starts from the folder of the pipeline file");
        if (!File.Exists(file))
            throw new UserErrorException($"there is no network '{file}'", $"a network of a finished run; the newest runs are: {runs.Newest}", place,
                "correct the run or the file beside it");
        RegularFile.Require(file, place);
        var (id, settings) = Read(file);
        if (id is null)
            throw new UserErrorException("the file is of no run: it does not say which model it is of", "a network that dotnet kd run wrote", file, "use the teacher 'checkpoint' for other files");
        if (id.Length == 0)
            throw new UserErrorException("the network is of no single model, such as an ensemble", "a student", file, "name another file of the run");
        if (catalog.Find("model", id) is null)
            throw new UserErrorException($"the network is of the model '{id}', and there is no such plugin", "the plugin that the network was made with", file,
                $"install it, or name another run; {NearestName.Hint(id, [.. catalog.Provided.Where(p => p.Kind == "model").Select(p => p.Id)])}");
        return Parse(settings) is { } model && EarlierRuns.Text(model["use"]) == id ? model
            : throw new UserErrorException("the settings of its model are damaged in the file", "the JSON that dotnet kd run wrote", file, "name another run, or write out the model, as the run's pipeline.json has it");
    }

    private static (string? Id, string Settings) Read(string file)
    {
        try
        {
            using var open = SafeTensors.Open(file);
            return (open.Metadata.GetValueOrDefault(NetworkFile.ModelKey), open.Metadata.GetValueOrDefault(NetworkFile.SettingsKey, ""));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the network cannot be read: {problem.Message}", "a whole safetensors file", file, "name another run, or run its pipeline again", problem);
        }
    }

    private static JsonObject? Parse(string settings)
    {
        try
        {
            return JsonNode.Parse(settings, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
