using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>What the process of a stage tells, one line of JSON each, on its standard output.</summary>
internal static class StageMessages
{
    /// <summary>What every message of a child begins with, once it knows its mark.</summary>
    public static string Start(string mark) => $"{{\"from\":\"{mark}\"";

    /// <summary>Puts the mark in front.</summary>
    public static JsonObject Marked(JsonObject message, string mark)
    {
        message.Insert(0, "from", mark);
        return message;
    }

    public static JsonObject Of(StageStep step) => new()
    {
        ["step"] = new JsonObject
        {
            ["epoch"] = step.Moment.Epoch,
            ["epochs"] = step.Moment.Epochs,
            ["step"] = step.Moment.Step,
            ["steps"] = step.Moment.Steps,
            // JSON has no word for a number that is none.
            ["loss"] = double.IsFinite(step.Loss) ? step.Loss : null,
            ["examples-per-second"] = step.ExamplesPerSecond,
            ["seconds-left"] = step.Left.TotalSeconds,
        },
    };

    public static StageStep Step(JsonNode step) => new(
        new Moment(step["epoch"]!.GetValue<int>(), step["epochs"]!.GetValue<int>(), step["step"]!.GetValue<long>(), step["steps"]!.GetValue<long>()),
        step["loss"]?.GetValue<double>() ?? double.NaN, step["examples-per-second"]!.GetValue<double>(), TimeSpan.FromSeconds(step["seconds-left"]!.GetValue<double>()));

    public static JsonObject Log(LogLevel level, string text) => new() { ["log"] = level.ToString(), ["text"] = text };

    public static JsonObject Metric(string line) => new() { ["metric"] = JsonNode.Parse(line) };

    public static JsonObject Print(string text) => new() { ["print"] = text };

    /// <summary>Another run has made the result.</summary>
    public static JsonObject Stored() => new() { ["stored"] = true };

    /// <summary>Why the stage has not made its result.</summary>
    public static JsonObject Of(Exception error) => error switch
    {
        OperationCanceledException => new JsonObject { ["stopped"] = true },
        PipelineException problems => new JsonObject { ["problems"] = new JsonArray([.. problems.Problems.Select(p => (JsonNode)Problem(p))]) },
        UserErrorException problem => new JsonObject { ["error"] = Problem(problem) },
        _ => new JsonObject { ["bug"] = error.ToString() },
    };

    /// <summary>The exception that a message stands for, or null when it is none of those.</summary>
    public static Exception? Error(JsonNode message, string pipeline) =>
        message["stopped"] is not null ? new OperationCanceledException()
        : message["problems"] is JsonArray problems ? new PipelineException($"pipeline '{pipeline}'", [.. problems.Select(p => Problem(p!))])
        : message["error"] is { } error ? Problem(error)
        : message["bug"] is { } bug ? new InvalidOperationException($"the process of the stage failed: {bug.GetValue<string>()}")
        : null;

    private static JsonObject Problem(UserErrorException problem) => new()
    {
        ["found"] = problem.Found,
        ["expected"] = problem.Expected,
        ["where"] = problem.Where,
        ["next"] = problem.Fix,
        ["why"] = problem.Why,
        ["kind"] = problem.Kind.ToString(),
        ["cause"] = problem.InnerException?.ToString(),
    };

    private static UserErrorException Problem(JsonNode problem) => new(
        problem["found"]!.GetValue<string>(), problem["expected"]!.GetValue<string>(), problem["where"]!.GetValue<string>(), problem["next"]!.GetValue<string>(),
        problem["cause"]?.GetValue<string>() is { } cause ? new InvalidOperationException(cause) : null)
    {
        Why = problem["why"]?.GetValue<string>(),
        Kind = Enum.Parse<UserErrorKind>(problem["kind"]!.GetValue<string>()),
    };
}
