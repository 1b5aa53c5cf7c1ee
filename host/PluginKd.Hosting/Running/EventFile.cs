using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Writes the numbers of a run as an event file of TensorBoard: records of length, masked CRC-32C, protocol buffer, masked CRC-32C.</summary>
internal sealed class EventFile : IDisposable
{
    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    public EventFile(string folder, DateTimeOffset started, TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _file = new FileStream(Path.Combine(folder, $"events.out.tfevents.{started.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.kd"), FileMode.Create, FileAccess.Write, FileShare.Read);
        Append(Event(0, writer => Text(writer, 3, "brain.Event:2")));
    }

    /// <summary>Adds a line of <c>metrics.jsonl</c>: each number becomes a scalar called stage/name.</summary>
    public void Add(string line)
    {
        var metric = JsonNode.Parse(line)!.AsObject();
        var (stage, step) = (metric["stage"]!.GetValue<string>(), metric["step"]!.GetValue<long>());
        foreach (var (name, value) in metric.Where(m => m.Key is not ("stage" or "step") && m.Value is not null))
            Append(Event(step, writer => Message(writer, 5, summary => Message(summary, 1, scalar =>
            {
                Text(scalar, 1, $"{stage}/{name}");
                Tag(scalar, 2, wire: 5);
                scalar.Write((float)value!.GetValue<double>());
            }))));
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private byte[] Event(long step, Action<BinaryWriter> what) => Built(writer =>
    {
        Tag(writer, 1, wire: 1);
        writer.Write(_clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        Tag(writer, 2, wire: 0);
        writer.Write7BitEncodedInt64(step);
        what(writer);
    });

    private void Append(byte[] record)
    {
        var length = BitConverter.GetBytes((ulong)record.Length);
        _file.Write([.. length, .. BitConverter.GetBytes(Crc32C.Masked(length)), .. record, .. BitConverter.GetBytes(Crc32C.Masked(record))]);
        _file.Flush();
    }

    private static void Message(BinaryWriter writer, int field, Action<BinaryWriter> content) => Bytes(writer, field, Built(content));

    private static void Text(BinaryWriter writer, int field, string text) => Bytes(writer, field, Encoding.UTF8.GetBytes(text));

    private static void Bytes(BinaryWriter writer, int field, byte[] bytes)
    {
        Tag(writer, field, wire: 2);
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static void Tag(BinaryWriter writer, int field, int wire) => writer.Write7BitEncodedInt((field << 3) | wire);

    private static byte[] Built(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes)) write(writer);
        return bytes.ToArray();
    }
}
