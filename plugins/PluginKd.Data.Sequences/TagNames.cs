using System.Text.Json;

namespace PluginKd.Data.Sequences;

/// <summary>Names of numbered tags.</summary>
internal sealed class TagNames
{
    private readonly Dictionary<int, string> _names = [];

    /// <summary>Reads a JSON file: an object from name to number, or a list of names.</summary>
    /// <exception cref="UserErrorException">It is neither, or a number has two names.</exception>
    public TagNames(DataFile file)
    {
        try
        {
            using var stream = file.Open();
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            foreach (var (name, number) in root.ValueKind == JsonValueKind.Array
                ? root.EnumerateArray().Select((name, i) => (name.GetString()!, i))
                : root.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetInt32())))
            {
                if (!_names.TryAdd(number, name)) throw Wrong(file, $"number {number} is called '{_names[number]}' and '{name}'");
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw Wrong(file, "the file does not name tags", wrong);
        }
    }

    /// <summary>Names a number, or gives null.</summary>
    public string? Find(int number) => _names.GetValueOrDefault(number);

    private static UserErrorException Wrong(DataFile file, string found, Exception? cause = null) =>
        new(found, "a JSON object such as {\"O\": 0, \"B-PER\": 1}, or a list of names", file.Path, "mend the file, or correct data.tag-names", cause);
}
