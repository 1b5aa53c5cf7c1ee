using System.Text.Json;

namespace PluginKd.Data.Text;

/// <summary>Reads columns off a line with a JSON object.</summary>
/// <param name="keys">Keys that are the columns, in order; a key that an object lacks, or null, gives an empty column.</param>
internal sealed class JsonRow(IReadOnlyList<string> keys)
{
    /// <summary>Reads one line.</summary>
    public TextRow Read(TextLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return TextRow.Bad($"a line holds {Kind(document.RootElement)}", "a JSON object", line.Where, "write one object a line, without a list around them");
            var fields = new string[keys.Count];
            for (var i = 0; i < fields.Length; i++)
            {
                if (!document.RootElement.TryGetProperty(keys[i], out var value)) fields[i] = "";
                else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    return TextRow.Bad($"key '{keys[i]}' holds {Kind(value)}", "a text or a number", line.Where, "name another key in data.columns");
                else fields[i] = value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "", _ => value.GetRawText() };
            }

            return new TextRow(fields, line.Where);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return TextRow.Bad("a line is no JSON object", "one object a line, such as {\"text\": \"good\", \"label\": \"1\"}", $"{line.Where}:{((wrong as JsonException)?.BytePositionInLine ?? 0) + 1}",
                "mend the line at that byte");
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch { JsonValueKind.Array => "a list", JsonValueKind.Object => "an object", _ => value.GetRawText() };
}
