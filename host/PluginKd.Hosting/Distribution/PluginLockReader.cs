using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PluginKd.Hosting;

/// <summary>Reads <c>kd.lock.json</c> strictly: a field that is not understood could have meant something.</summary>
internal static partial class PluginLockReader
{
    private const string Mend = $"take the file from version control again (git checkout -- {PluginLock.FileName}), or delete it and add the plugins again";

    private static readonly string[] Fields = ["id", "version", "source", "content-sha256", "manifest-sha256", "contract"];

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="UserErrorException">It is damaged; the message has file and line, or the place in the file.</exception>
    public static PluginLock Parse(ReadOnlyMemory<byte> text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement, path);
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } number ? $":{(number + 1).ToString(CultureInfo.InvariantCulture)}" : "";
            throw Refuse($"{PluginLock.FileName} is damaged: {error.Message.Split(" LineNumber", 2)[0].TrimEnd('.')}",
                "JSON as `dotnet kd plugins add` writes it", path + line, Mend, error);
        }
    }

    private static PluginLock Read(JsonElement root, string path)
    {
        RequireFields(root, ["version", "plugins"], path, "");
        var version = root.GetProperty("version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var format) || format != PluginLock.Format)
            throw Refuse($"{PluginLock.FileName} is of version {version.GetRawText()}", $"version {PluginLock.Format}, which this host reads",
                $"{path}: version",
                "use the version of dotnet kd that wrote the file, or delete it and add the plugins again");
        if (root.GetProperty("plugins").ValueKind != JsonValueKind.Array) throw Refuse("'plugins' is no list", "a list in [ ]", $"{path}: plugins", Mend);
        var pins = root.GetProperty("plugins").EnumerateArray().Select((pin, i) => Pin(pin, path, $"plugins.{i}")).ToList();
        if (pins.GroupBy(pin => pin.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Refuse($"'{twice.Key}' is pinned twice", "one version of a plugin", $"{path}: plugins",
                $"keep one of the two entries, or type: dotnet kd plugins add {twice.Key}@VERSION");
        return new PluginLock(pins);
    }

    private static PluginPin Pin(JsonElement pin, string path, string place)
    {
        RequireFields(pin, Fields, path, place + ".");
        string Text(string name, Func<string, bool> isGood, string expected)
        {
            var value = pin.GetProperty(name);
            return value.ValueKind == JsonValueKind.String && isGood(value.GetString()!) ? value.GetString()!
                : throw Refuse($"{value.GetRawText()} is no {name}", expected, $"{path}: {place}.{name}", Mend);
        }

        return new PluginPin(
            Text("id", PluginFolder.IsId, "the id of a package, such as acme.softkl"),
            Text("version", PackageVersions.IsValid, "a version, such as 1.2.0"),
            Text("source", source => source.Length > 0, "the name of a feed, or \"file\""),
            Text("content-sha256", Hash().IsMatch, "64 digits of lower-case hex"),
            Text("manifest-sha256", Hash().IsMatch, "64 digits of lower-case hex"),
            Text("contract", Contract().IsMatch, "a contract, such as 1 or 1.2"));
    }

    private static void RequireFields(JsonElement parent, IReadOnlyCollection<string> fields, string path, string place)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw Refuse($"{parent.ValueKind} stands where an object goes", "an object in { }", $"{path}: {place.TrimEnd('.')}", Mend);
        foreach (var name in parent.EnumerateObject().Select(field => field.Name).Where(name => !fields.Contains(name)))
            throw Refuse($"unknown field '{name}'", $"one of: {string.Join(", ", fields)}", $"{path}: {place}{name}",
                $"{(NearestName.Find(name, fields) is { } meant ? $"did you mean '{meant}'? " : "")}A newer dotnet kd may have written it: use that, or {Mend}");
        if (fields.FirstOrDefault(name => !parent.TryGetProperty(name, out _)) is { } missing)
            throw Refuse($"the field '{missing}' is missing", $"all of: {string.Join(", ", fields)}", $"{path}: {place}{missing}", Mend);
    }

    private static UserErrorException Refuse(string found, string expected, string where, string fix, Exception? cause = null) =>
        new(found, expected, where, fix, cause);

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,9}){0,2}\z")]
    private static partial Regex Contract();
}
