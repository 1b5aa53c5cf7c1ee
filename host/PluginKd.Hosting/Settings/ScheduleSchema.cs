using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>How a number that changes over a run stands in a pipeline file: the properties of <see cref="Schedule"/>.</summary>
internal static class ScheduleSchema
{
    /// <summary>Word by which the schema of a number says that a schedule may stand there.</summary>
    public const string Key = "schedule";

    /// <summary>Names of the values, which are held to the limits of the number.</summary>
    public static IReadOnlyList<string> Values { get; } = ["from", "to"];

    /// <summary>The object.</summary>
    public static JsonElement Object { get; } = JsonDocument.Parse("""
        {
          "description": "A number that changes over the run: from one value to another, between two moments.",
          "type": "object",
          "properties": {
            "from": { "description": "Value at the beginning; 0 makes a warm-up.", "type": "number", "default": 0 },
            "to": { "description": "Value at the end.", "type": "number" },
            "shape": { "description": "The way from one to the other.", "type": "string", "enum": [ "linear", "cosine", "step" ], "default": "linear" },
            "begin": { "description": "Where it begins to change, as \"by\" counts.", "type": "number", "default": 0 },
            "end": { "description": "Where it ends to change, as \"by\" counts; without it the end of the run.", "type": "number" },
            "by": { "description": "What begin and end count: the share of the run (0 to 1), epochs or optimiser steps, the first is 0.", "type": "string", "enum": [ "share", "epoch", "step" ], "default": "share" },
            "jumps": { "description": "Number of equal jumps of the shape step.", "type": "integer", "minimum": 1, "maximum": 1000000, "default": 1 }
          },
          "required": [ "to" ],
          "additionalProperties": false
        }
        """).RootElement;

    /// <summary>The weight of a loss.</summary>
    public static JsonElement Weight { get; } =
        JsonDocument.Parse("""{ "description": "Factor of this loss in the total, no unit.", "type": "number", "schedule": true, "default": 1 }""").RootElement;

    /// <summary>Says what is wrong with the moments of a schedule that is well formed; null when nothing is.</summary>
    public static string? FindDisorder(JsonObject schedule)
    {
        if (schedule["end"] is not { } given) return null;
        var (begin, end) = (Number(schedule["begin"]!), Number(given));
        return end > begin ? null : string.Create(CultureInfo.InvariantCulture, $"the end {end} is not after the beginning {begin}");
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
}
