using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>What the key of a result is made of, and how two of them differ.</summary>
internal static class KeyParts
{
    /// <summary>Changes when the host makes other results of the same parts.</summary>
    public const int Engine = 1;

    /// <summary>SHA-256 over JSON with its keys in order and every number written in one way, in lower-case hex.</summary>
    public static string Hash(JsonNode parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(parts)!.ToJsonString())));

    /// <summary>Lists what differs, deepest places first named: place, old and new value.</summary>
    public static IEnumerable<(string Place, string Old, string New)> Differences(JsonNode? old, JsonNode? now, string place = "")
    {
        if (old is JsonObject a && now is JsonObject b)
        {
            return a.Select(p => p.Key).Union(b.Select(p => p.Key)).SelectMany(key => Differences(a[key], b[key], place.Length == 0 ? key : $"{place}.{key}"));
        }

        if (old is JsonArray c && now is JsonArray d && c.Count == d.Count)
            return Enumerable.Range(0, c.Count).SelectMany(i => Differences(c[i], d[i], $"{place}.{i}"));
        return JsonNode.DeepEquals(old, now) ? [] : [(place, Show(old), Show(now))];
    }

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Canonical)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.ToJsonString()),
        _ => node?.DeepClone(),
    };

    /// <summary>2, 2.0 and 2e0 are one value; whole numbers that a double does not hold stay as they are.</summary>
    private static JsonNode Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large) ? large
        : double.Parse(text, CultureInfo.InvariantCulture) is var value && value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? (long)value
        : double.IsFinite(value) ? value : JsonNode.Parse(text)!;

    private static string Show(JsonNode? node)
    {
        if (node is null) return "nothing";
        var text = node is JsonValue value && value.TryGetValue<string>(out var plain) ? plain : node.ToJsonString();
        return text.Length <= 40 ? text : text[..12] + "…";
    }
}
