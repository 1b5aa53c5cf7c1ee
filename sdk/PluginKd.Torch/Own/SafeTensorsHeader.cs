using System.Text.Json;

namespace PluginKd.Torch;

/// <summary>
/// Reads and checks the header of a safetensors file. Files come from strangers: nothing is mapped before every number in it was
/// held against the file's length, the shapes and each other.
/// </summary>
internal sealed class SafeTensorsHeader
{
    public const long MostBytes = 100_000_000;

    private const int MostDimensions = 64;

    private static readonly Dictionary<string, ScalarType> s_types = new()
    {
        ["F64"] = ScalarType.Float64,
        ["F32"] = ScalarType.Float32,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["I64"] = ScalarType.Int64,
        ["I32"] = ScalarType.Int32,
        ["I16"] = ScalarType.Int16,
        ["I8"] = ScalarType.Int8,
        ["U8"] = ScalarType.Byte,
        ["BOOL"] = ScalarType.Bool,
    };

    private readonly string _file;
    private readonly long _room;

    private SafeTensorsHeader(string file, long room)
    {
        _file = file;
        _room = room;
    }

    public List<SafeTensorsEntry> Entries { get; } = [];

    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>Reads the header that follows the first eight bytes; <paramref name="room"/> is the number of bytes behind it.</summary>
    public static SafeTensorsHeader Parse(ReadOnlyMemory<byte> json, long room, string file)
    {
        var header = new SafeTensorsHeader(file, room);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw header.Bad($"the header is {document.RootElement.ValueKind}, not an object");
            header.Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is half a character, or bytes that are no UTF-8, in a text.
            throw new SafeTensorsException($"{file}: the header is no JSON: {error.Message}", error);
        }

        header.CheckOrder();
        return header;
    }

    public static string NameOf(ScalarType type) =>
        s_types.FirstOrDefault(entry => entry.Value == type).Key
        ?? throw new SafeTensorsException($"safetensors has no name for elements of {type}; convert with to(...) first");

    private void Read(JsonElement root)
    {
        var names = new HashSet<string>();
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
                throw Bad($"the name '{property.Name}' occurs twice");
            if (property.Name == "__metadata__")
                ReadMetadata(property.Value);
            else
                Entries.Add(ReadEntry(property.Name, property.Value));
        }
    }

    private void ReadMetadata(JsonElement texts)
    {
        if (texts.ValueKind != JsonValueKind.Object)
            throw Bad($"__metadata__ is {texts.ValueKind}, not an object");
        foreach (var text in texts.EnumerateObject())
        {
            if (text.Value.ValueKind != JsonValueKind.String)
                throw Bad($"__metadata__ '{text.Name}' is {text.Value.ValueKind}, not a string");
            if (!Metadata.TryAdd(text.Name, text.Value.GetString()!))
                throw Bad($"__metadata__ '{text.Name}' occurs twice");
        }
    }

    private SafeTensorsEntry ReadEntry(string name, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            throw Bad($"'{name}' is {entry.ValueKind}, not an object");
        var keys = new HashSet<string>();
        foreach (var property in entry.EnumerateObject())
        {
            if (!keys.Add(property.Name))
                throw Bad($"'{name}' has {property.Name} twice");
        }

        if (!entry.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String)
            throw Bad($"'{name}' has no dtype");
        if (!s_types.TryGetValue(dtype.GetString()!, out var type))
            throw Bad($"'{name}' has dtype {dtype.GetString()}; known are {string.Join(", ", s_types.Keys)}");
        var shape = Numbers(name, entry, "shape");
        var offsets = Numbers(name, entry, "data_offsets");
        if (offsets.Length != 2)
            throw Bad($"'{name}' has {offsets.Length} data_offsets, not 2");
        if (offsets[0] > offsets[1] || offsets[1] > _room)
            throw Bad($"'{name}' lies at bytes {offsets[0]} to {offsets[1]}, but the file holds {_room} bytes of data");
        CheckSize(name, type, shape, offsets[1] - offsets[0]);
        return new SafeTensorsEntry(name, type, shape, offsets[0], offsets[1]);
    }

    private long[] Numbers(string name, JsonElement entry, string key)
    {
        if (!entry.TryGetProperty(key, out var list) || list.ValueKind != JsonValueKind.Array)
            throw Bad($"'{name}' has no list {key}");
        if (list.GetArrayLength() > MostDimensions)
            throw Bad($"'{name}' has {list.GetArrayLength()} numbers in {key}; at most {MostDimensions} are taken");
        var numbers = new List<long>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var number) || number < 0)
                throw Bad($"'{name}' has {Short(item)} in {key}; needed are whole numbers from 0 on");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static string Short(JsonElement item) => item.GetRawText() is { Length: > 20 } text ? text[..20] + "…" : item.GetRawText();

    private void CheckSize(string name, ScalarType type, long[] shape, long bytes)
    {
        UInt128 wanted = (ulong)type.ElementSize();
        foreach (var length in shape)
        {
            // Saturates well above any file's length, so that the product cannot wrap around; 0 still makes it 0.
            wanted = UInt128.Min(wanted, 1UL << 63) * (ulong)length;
        }

        if (wanted != (ulong)bytes)
            throw Bad($"'{name}' is {NameOf(type)} [{string.Join(", ", shape)}], which needs {wanted} bytes, but its data_offsets span {bytes}");
    }

    // The data must lie one behind the other, all of it: overlaps and gaps are how files smuggle.
    private void CheckOrder()
    {
        var at = 0L;
        foreach (var entry in Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin < at)
                throw Bad($"'{entry.Name}' starts at byte {entry.Begin}, inside the tensor before it, which ends at {at}");
            if (entry.Begin > at)
                throw Bad($"bytes {at} to {entry.Begin} belong to no tensor");
            at = entry.End;
        }

        if (at != _room)
            throw Bad($"the tensors end at byte {at}, but the file holds {_room} bytes of data");
    }

    private SafeTensorsException Bad(string what) => new($"{_file}: {what}");
}
