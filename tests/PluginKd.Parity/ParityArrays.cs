using System.Runtime.InteropServices;
using System.Text.Json;

namespace PluginKd.Parity;

/// <summary>The arrays of a parity job: raw little-endian files described by <c>meta.json</c>.</summary>
public sealed class ParityArrays : IDisposable
{
    private readonly string _folder;
    private readonly JsonDocument _meta;

    public ParityArrays(string folder)
    {
        _folder = folder;
        _meta = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "meta.json")));
    }

    public JsonElement Meta => _meta.RootElement;

    public IEnumerable<string> Names => Meta.GetProperty("arrays").EnumerateObject().Select(a => a.Name);

    public double Number(string name) => Meta.GetProperty(name).GetDouble();

    public long[] Shape(string name) => [.. Meta.GetProperty("arrays").GetProperty(name).GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];

    public float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(Bytes(name)).ToArray();

    public int[] Integers(string name) => MemoryMarshal.Cast<byte, int>(Bytes(name)).ToArray();

    public Tensor Tensor(string name) => tensor(Floats(name)).reshape(Shape(name));

    public void Dispose() => _meta.Dispose();

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, name + ".bin"));
}
