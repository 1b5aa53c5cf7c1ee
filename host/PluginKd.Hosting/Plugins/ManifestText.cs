using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>Reads values of a manifest, and says which one is missing or of another type.</summary>
internal static class ManifestText
{
    /// <summary>Gets a text that can be shown: without characters that would move the cursor or colour the screen.</summary>
    /// <param name="parent">An object.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="place">Where the object stands, or nothing for the manifest itself.</param>
    /// <exception cref="JsonException">It is missing, or of another type.</exception>
    public static string Get(JsonElement parent, string name, string place = "")
    {
        var text = Get(parent, name, JsonValueKind.String, place);
        return IsPlain(text) ? text.GetString()! : throw new JsonException($"'{At(place, name)}' has characters that cannot be shown");
    }

    /// <summary>Gets a value of one type.</summary>
    /// <exception cref="JsonException">It is missing, or of another type.</exception>
    public static JsonElement Get(JsonElement parent, string name, JsonValueKind kind, string place = "") =>
        parent.ValueKind != JsonValueKind.Object ? throw new JsonException($"{(place.Length == 0 ? "it" : $"'{place}'")} is no object in {{ }}")
        : !parent.TryGetProperty(name, out var value) ? throw new JsonException($"'{At(place, name)}' is missing")
        : value.ValueKind == kind ? value
        : throw new JsonException($"'{At(place, name)}' is {value.ValueKind.ToString().ToLowerInvariant()}, expected {kind.ToString().ToLowerInvariant()}");

    /// <summary>Gets a whole number.</summary>
    /// <exception cref="JsonException">It is missing, or none.</exception>
    public static int Whole(JsonElement parent, string name, string place = "") =>
        Get(parent, name, JsonValueKind.Number, place).TryGetInt32(out var number) ? number : throw new JsonException($"'{At(place, name)}' is no whole number");

    /// <summary>Gets a list of texts.</summary>
    /// <exception cref="JsonException">It is missing, or none.</exception>
    public static IReadOnlyList<string> Texts(JsonElement parent, string name, string place) =>
    [
        .. Get(parent, name, JsonValueKind.Array, place).EnumerateArray().Select(text => IsPlain(text)
            ? text.GetString()!
            : throw new JsonException($"'{At(place, name)}' holds what is no text")),
    ];

    /// <summary>Throws when there is no such kind of plugin.</summary>
    public static string RequireKind(string kind, string place) =>
        PluginKinds.ByContract.Values.Contains(kind) ? kind : throw new JsonException($"'{place}': there is no kind of plugin '{kind}'");

    /// <summary>Gives a name back that can be shown.</summary>
    public static string Plain(string name, string place) => name.Any(char.IsControl) ? throw new JsonException($"'{place}' has a name that cannot be shown") : name;

    /// <summary>Whether a text can be read: no half of a character that needs two.</summary>
    public static bool IsText(JsonElement text)
    {
        try
        {
            return text.ValueKind == JsonValueKind.String && text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsPlain(JsonElement text) => IsText(text) && !text.GetString()!.Any(char.IsControl);

    private static string At(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
