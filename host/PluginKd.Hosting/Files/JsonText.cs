using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>How JSON is written that people read.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
