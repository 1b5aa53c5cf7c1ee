using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>What the process of a stage is told: the first line on its standard input.</summary>
/// <param name="Pipeline">The resolved pipeline, in the run folder.</param>
/// <param name="Folder">Folder that the pipeline was read from.</param>
/// <param name="Stage">The stage to run.</param>
/// <param name="Key">Key that its result must have: the child computes its own and refuses to make another.</param>
/// <param name="Store">The store.</param>
/// <param name="Device">Device name.</param>
/// <param name="Threads">Threads for tensor work.</param>
/// <param name="CheckpointSeconds">Time between two checkpoints.</param>
/// <param name="Mark">What the child's messages begin with: a plugin may print what looks like one.</param>
internal sealed record StageRequest(string Pipeline, string Folder, string Stage, string Key, string Store, string Device, int Threads, double CheckpointSeconds, string Mark)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Write() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what a host wrote.</summary>
    /// <exception cref="UserErrorException">It is no request.</exception>
    public static StageRequest Read(string? line)
    {
        try
        {
            return JsonSerializer.Deserialize<StageRequest>(line ?? "", Form) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw new UserErrorException($"what came is no request: {error.Message}", "a line of JSON from `dotnet kd run --isolate`", "standard input",
                "type `dotnet kd run --isolate`, which starts a process for each stage and tells it what to do", error);
        }
    }
}
