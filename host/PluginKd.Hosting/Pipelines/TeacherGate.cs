using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>What a run does with a teacher that does not pass the gate.</summary>
public enum GateRule
{
    /// <summary>The run ends before a student is trained.</summary>
    Stop,

    /// <summary>It goes on, with a warning.</summary>
    Warn,
}

/// <summary>How much better than the baseline every teacher has to be on the validation split.</summary>
/// <param name="Margin">Least difference of the accuracies, 0 to 1, no unit; at 0 a teacher that is as good passes.</param>
/// <param name="Otherwise">What is done with one that is not.</param>
public sealed record TeacherGate(double Margin, GateRule Otherwise)
{
    /// <summary>Key of the pipeline file, and name of the stage that measures.</summary>
    internal const string Key = "gate";

    // Differences of counts are exact; a margin such as 0.1 is not.
    private const double Rounding = 1e-9;

    /// <summary>What stands in the pipeline file.</summary>
    internal static JsonElement Schema { get; } = JsonDocument.Parse("""
        {
          "description": "How much better than the baseline every teacher has to be, by accuracy on the validation split.",
          "type": "object",
          "properties": {
            "margin": { "description": "Least difference of the accuracies, no unit; at 0 a teacher that is as good passes.", "type": "number", "minimum": 0, "maximum": 1, "default": 0 },
            "otherwise": { "description": "What is done with a teacher that is not: stop ends the run before a student is trained, warn goes on.", "type": "string", "enum": [ "stop", "warn" ], "default": "stop" }
          },
          "additionalProperties": false
        }
        """).RootElement;

    /// <summary>Whether a teacher passes.</summary>
    /// <param name="teacher">Examples, or tokens where they have the labels, that it gets right.</param>
    /// <param name="baseline">Those that the baseline gets right.</param>
    /// <param name="count">Number in all.</param>
    public bool Passes(long teacher, long baseline, long count) => teacher - baseline >= (Margin * count) - Rounding;

    /// <summary>Reads a gate that was checked; null when the pipeline has none.</summary>
    internal static TeacherGate? Of(JsonObject pipeline) => pipeline[Key] is not JsonObject given ? null
        : new(given["margin"]!.GetValue<JsonElement>().GetDouble(), Enum.Parse<GateRule>(given["otherwise"]!.GetValue<string>(), ignoreCase: true));

    /// <summary>Finds what a gate lacks in a pipeline.</summary>
    internal static IEnumerable<UserErrorException> FindMissing(JsonObject pipeline)
    {
        if (pipeline[Key] is null) yield break;
        if (pipeline["teacher"] is null)
            yield return new UserErrorException("the gate measures teachers, and there is none", "a teacher", Key, "add \"teacher\": { \"use\": \"…\" }, or take the gate out");
        if (pipeline["baseline"] is null)
            yield return new UserErrorException("the gate holds teachers against the baseline, and there is none", "a baseline", Key, "add \"baseline\": true, or take the gate out");
    }

    /// <summary>Finds what a gate lacks in the data.</summary>
    internal static IEnumerable<UserErrorException> FindMissing(TeacherGate? gate, DataBundle data)
    {
        if (gate is not null && data.FindValidation() is null)
            yield return new UserErrorException("the gate measures on the validation split, and there is none", "a split of role validation with labels", Key,
                "add a validation file or share to the data settings, or take the gate out");
    }
}
