using System.Text.Json;

namespace PluginKd.Data.Sequences;

/// <summary>Reads a JSON array of objects, or an object a line.</summary>
/// <param name="settings">Keys.</param>
/// <param name="file">The file.</param>
/// <param name="names">Names of numbered tags, or null.</param>
/// <param name="readsTags">Whether the tags are wanted.</param>
internal sealed class TagJsonFile(TagJsonSettings settings, DataFile file, TagNames? names, bool readsTags)
{
    /// <summary>Gives the sequences in order.</summary>
    public IEnumerable<RawSequence> Read() => IsArray() ? Items() : Lines();

    private bool IsArray() => FileLines.Read(file).Select(line => line.Text.TrimStart()).FirstOrDefault(text => text.Length > 0)?[0] == '[';

    private IEnumerable<RawSequence> Items()
    {
        using var document = Parse();
        var number = 0;
        foreach (var item in document.RootElement.EnumerateArray()) yield return Sequence(item, $"{file.Name}:{++number}", $"{file.Path}, item {number}");
    }

    private IEnumerable<RawSequence> Lines()
    {
        foreach (var line in FileLines.Read(file))
        {
            if (line.Problem is not null) yield return RawSequence.Bad(line.Problem);
            else if (!string.IsNullOrWhiteSpace(line.Text)) yield return Sequence(line);
        }
    }

    private JsonDocument Parse()
    {
        try
        {
            using var stream = file.Open();
            return JsonDocument.Parse(stream);
        }
        catch (JsonException wrong)
        {
            throw new UserErrorException("the file is no JSON", "a list of objects", $"{file.Path}:{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}", "mend the file at that byte", wrong);
        }
    }

    private RawSequence Sequence(TextLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Text);
            return Sequence(document.RootElement, $"{file.Name}:{line.Number}", line.Where);
        }
        catch (JsonException wrong)
        {
            return RawSequence.Bad("a line is no JSON", "an object with words and tags", $"{line.Where}:{(wrong.BytePositionInLine ?? 0) + 1}", "mend the line at that byte");
        }
    }

    private RawSequence Sequence(JsonElement item, string id, string where)
    {
        if (item.ValueKind != JsonValueKind.Object) return RawSequence.Bad($"a sequence is {Kind(item)}", "an object with words and tags", where, "write an object for each sequence");
        if (List(item, settings.Words, "data.words", where, Word, out var words) is { } noWords) return noWords;
        if (!readsTags) return RawSequence.Of(words, null, id, where);
        return List(item, settings.Tags, "data.tags", where, Tag, out var tags) ?? RawSequence.Of(words, tags, id, where);
    }

    private static RawSequence? List(JsonElement item, string key, string setting, string where, Func<JsonElement, string?> read, out string[] values)
    {
        values = [];
        if (!item.TryGetProperty(key, out var list) || list.ValueKind != JsonValueKind.Array)
            return RawSequence.Bad($"key '{key}' {(list.ValueKind == JsonValueKind.Undefined ? "is missing" : $"holds {Kind(list)}")}", "a list", where, $"mend the object, or name another key in {setting}");
        var found = list.EnumerateArray().Select(read).ToArray();
        var wrong = Array.IndexOf(found, null);
        if (wrong >= 0)
            return RawSequence.Bad($"entry {wrong + 1} of '{key}' is {list[wrong].GetRawText()}", setting == "data.words" ? "a text" : "the name of a tag, or a number that data.tag-names names", where,
                $"correct it, or {(setting == "data.words" ? "name another key in data.words" : "name the file that names tags in data.tag-names")}");
        values = found!;
        return null;
    }

    private static string? Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? Text(value) : null;

    private string? Tag(JsonElement value) => value.ValueKind == JsonValueKind.String ? Text(value)
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? names?.Find(number) : null;

    // Half of a surrogate pair is no text.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch { JsonValueKind.Array => "a list", JsonValueKind.Object => "an object", _ => value.GetRawText() };
}
